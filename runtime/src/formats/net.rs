//! Addresses of the Internet, with the types of `std::net`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{Why, Wire, strings};

macro_rules! addresses {
    ($($ty:ty, $what:literal, $nothing:expr;)*) => { $(
        impl Wire for $ty {
            const WHAT: &'static str = $what;

            fn read(text: &str) -> Result<Self, Why> {
                text.trim().parse().map_err(|_| Why::Borrowed(""))
            }

            fn write(&self) -> Result<String, &'static str> {
                Ok(self.to_string())
            }

            fn nothing() -> Self {
                $nothing
            }
        }
    )* };
}

addresses! {
    IpAddr, "an IP address", Self::V4(Ipv4Addr::UNSPECIFIED);
    Ipv4Addr, "an IPv4 address", Self::UNSPECIFIED;
    Ipv6Addr, "an IPv6 address", Self::UNSPECIFIED;
}

strings!(IpAddr, Ipv4Addr, Ipv6Addr);
