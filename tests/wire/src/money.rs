//! Types of a user's own, which take the place of schemas.

use serde::{Deserialize, Serialize};

/// An amount without a `Default`, read from `{"amount": "1.50"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Money {
    /// The smallest unit.
    pub cents: i64,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    amount: String,
}

impl TryFrom<Wire> for Money {
    type Error = String;

    fn try_from(wire: Wire) -> Result<Self, String> {
        let cents = wire.amount.replacen('.', "", 1).parse();
        let cents = cents.map_err(|_| format!("`{}` is no amount", wire.amount))?;
        Ok(Self { cents })
    }
}

impl From<Money> for Wire {
    fn from(money: Money) -> Self {
        Self {
            amount: format!("{}.{:02}", money.cents / 100, money.cents % 100),
        }
    }
}

/// A closed enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro.
    Eur,
    /// Franc.
    Chf,
}
