//! Which TLS reqwest uses. With several features the one that is not a default wins: native-tls,
//! then aws-lc, then ring.

#[cfg(any(
    feature = "native-tls",
    not(any(feature = "rustls-ring", feature = "rustls-aws-lc"))
))]
use super::TransportError;

/// A builder with TLS. Beside it, why `https` will not work all the same.
#[cfg(feature = "native-tls")]
pub(super) fn secure(
    builder: reqwest::ClientBuilder,
) -> (reqwest::ClientBuilder, Option<TransportError>) {
    (builder.tls_backend_native(), None)
}

#[cfg(not(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
)))]
pub(super) fn secure(
    builder: reqwest::ClientBuilder,
) -> (reqwest::ClientBuilder, Option<TransportError>) {
    (builder, None)
}

#[cfg(all(
    feature = "ureq",
    any(feature = "rustls-ring", feature = "rustls-aws-lc"),
    not(feature = "native-tls")
))]
pub(super) use self::with_rustls::provider;
#[cfg(all(
    any(feature = "rustls-ring", feature = "rustls-aws-lc"),
    not(feature = "native-tls")
))]
pub(super) use self::with_rustls::secure;

#[cfg(all(
    any(feature = "rustls-ring", feature = "rustls-aws-lc"),
    not(feature = "native-tls")
))]
mod with_rustls {
    use std::sync::Arc;

    use rustls::client::{ClientConfig, WantsClientCert};
    use rustls::crypto::CryptoProvider;
    use rustls::{ConfigBuilder, Error, RootCertStore};
    use rustls_platform_verifier::BuilderVerifierExt as _;

    use crate::transport::{TransportError, TransportErrorKind};

    /// TLS is given to reqwest ready-made: left to itself it takes a provider from a global of the
    /// process, which a library has no business to set.
    pub(crate) fn secure(
        builder: reqwest::ClientBuilder,
    ) -> (reqwest::ClientBuilder, Option<TransportError>) {
        let (config, problem) = match trusting(platform) {
            Ok(config) => (Ok(config), None),
            // Without roots the client is still of use for plain http.
            Err(error) => (trusting(nobody), Some(error)),
        };
        let builder = match config {
            Ok(config) => builder.tls_backend_preconfigured(config),
            Err(_) => builder,
        };
        (builder, problem.map(explained))
    }

    type Start = ConfigBuilder<ClientConfig, rustls::WantsVerifier>;
    type Trusting = ConfigBuilder<ClientConfig, WantsClientCert>;

    fn platform(config: Start) -> Result<Trusting, Error> {
        config.with_platform_verifier()
    }

    #[allow(clippy::unnecessary_wraps)] // Stands where `platform` does.
    fn nobody(config: Start) -> Result<Trusting, Error> {
        Ok(config.with_root_certificates(RootCertStore::empty()))
    }

    fn trusting(whom: fn(Start) -> Result<Trusting, Error>) -> Result<ClientConfig, Error> {
        let config = ClientConfig::builder_with_provider(provider());
        let mut config = whom(config.with_safe_default_protocol_versions()?)?.with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }

    /// What the program chose for the whole process, or else what this crate was built with.
    pub(crate) fn provider() -> Arc<CryptoProvider> {
        if let Some(chosen) = CryptoProvider::get_default() {
            return Arc::clone(chosen);
        }
        #[cfg(feature = "rustls-aws-lc")]
        return Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        #[cfg(not(feature = "rustls-aws-lc"))]
        Arc::new(rustls::crypto::ring::default_provider())
    }

    fn explained(error: Error) -> TransportError {
        let context = format!("the platform's root certificates can not be loaded: {error}");
        TransportError::new(TransportErrorKind::Tls, context).with_source(error)
    }
}
