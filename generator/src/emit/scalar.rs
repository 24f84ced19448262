//! Types without parts.

use proc_macro2::TokenStream;
use quote::quote;

use super::paths::{
    BASE64, BASE64_URL, BODY, CHRONO_DATE, CHRONO_DATE_TIME, CHRONO_TIME, DECIMAL, DECIMAL_STRING,
    FILE, IP, IPV4, IPV6, JIFF_DATE, JIFF_DATE_TIME, JIFF_DURATION, JIFF_TIME, JSON, NUMBER,
    PASSWORD, STRING, TIME_DATE, TIME_DATE_TIME, TIME_TIME, UUID,
};
use crate::ir::{Dates, Scalar};

pub(super) fn scalar(scalar: Scalar) -> TokenStream {
    match scalar {
        Scalar::String => quote!(#STRING),
        Scalar::Bool => quote!(bool),
        Scalar::I32 => quote!(i32),
        Scalar::I64 => quote!(i64),
        Scalar::U64 => quote!(u64),
        Scalar::F64 => quote!(f64),
        Scalar::Number => quote!(#NUMBER),
        Scalar::Json => quote!(#JSON),
        Scalar::DateTime(Dates::Chrono) => quote!(#CHRONO_DATE_TIME),
        Scalar::DateTime(Dates::Time) => quote!(#TIME_DATE_TIME),
        Scalar::DateTime(Dates::Jiff) => quote!(#JIFF_DATE_TIME),
        Scalar::Date(Dates::Chrono) => quote!(#CHRONO_DATE),
        Scalar::Date(Dates::Time) => quote!(#TIME_DATE),
        Scalar::Date(Dates::Jiff) => quote!(#JIFF_DATE),
        Scalar::Time(Dates::Chrono) => quote!(#CHRONO_TIME),
        Scalar::Time(Dates::Time) => quote!(#TIME_TIME),
        Scalar::Time(Dates::Jiff) => quote!(#JIFF_TIME),
        Scalar::Duration => quote!(#JIFF_DURATION),
        Scalar::Uuid => quote!(#UUID),
        Scalar::Decimal => quote!(#DECIMAL),
        Scalar::DecimalString => quote!(#DECIMAL_STRING),
        Scalar::Ip => quote!(#IP),
        Scalar::Ipv4 => quote!(#IPV4),
        Scalar::Ipv6 => quote!(#IPV6),
        Scalar::Base64 => quote!(#BASE64),
        Scalar::Base64Url => quote!(#BASE64_URL),
        Scalar::Password => quote!(#PASSWORD),
        Scalar::Body => quote!(#BODY),
        Scalar::File => quote!(#FILE),
    }
}
