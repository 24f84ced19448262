use std::fmt;
use std::sync::Arc;

use crate::Secret;
use crate::transport::{BoxError, BoxFuture};

/// Gives the token of a security scheme, call by call: from an OAuth flow, a file that is rotated,
/// a vault.
///
/// It is asked before each call that sends the token, so it keeps what it has and fetches another
/// when that is about to expire. `send` asks it, and so does awaiting a call; `request()`, which does no
/// I/O, can not, and says so. The time it takes counts towards no timeout of the call.
///
/// ```
/// use restitch::transport::{BoxError, BoxFuture};
/// use restitch::{Secret, TokenSource};
///
/// /// Reads the token anew for each call.
/// struct Mounted(std::path::PathBuf);
///
/// impl TokenSource for Mounted {
///     fn token(&self) -> BoxFuture<'_, Result<Secret, BoxError>> {
///         Box::pin(async { Ok(std::fs::read_to_string(&self.0)?.trim().into()) })
///     }
/// }
/// ```
pub trait TokenSource: Send + Sync + 'static {
    /// The token, as a string given to the builder's method would be: without `Bearer`.
    ///
    /// # Errors
    /// Whatever kept it from getting one. The call fails with it as the source of its error.
    fn token(&self) -> BoxFuture<'_, Result<Secret, BoxError>>;
}

impl<S: TokenSource + ?Sized> TokenSource for Arc<S> {
    fn token(&self) -> BoxFuture<'_, Result<Secret, BoxError>> {
        (**self).token()
    }
}

/// A token or key: one for all calls, made of a string or a [`Secret`], or a [`TokenSource`].
#[derive(Clone)]
pub struct Token(pub(crate) Held);

#[derive(Clone)]
pub(crate) enum Held {
    Fixed(Secret),
    Source(Arc<dyn TokenSource>),
}

impl From<Secret> for Token {
    fn from(secret: Secret) -> Self {
        Self(Held::Fixed(secret))
    }
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Secret::from(text).into()
    }
}

impl From<&str> for Token {
    fn from(text: &str) -> Self {
        Secret::from(text).into()
    }
}

impl<S: TokenSource> From<S> for Token {
    fn from(source: S) -> Self {
        Self(Held::Source(Arc::new(source)))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}
