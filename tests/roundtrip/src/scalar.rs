use restitch::__v1 as rt;
use restitch::codec::{Empty, Field};
use restitch_build::ir::{Dates, Scalar};

type Made = (Box<dyn Field>, bool);

/// The empty value of a scalar's type, and whether `null` is one of its values.
pub(crate) fn scalar(scalar: Scalar) -> Made {
    match scalar {
        Scalar::String => of::<String>(),
        Scalar::Bool => of::<bool>(),
        Scalar::I32 => of::<i32>(),
        Scalar::I64 => of::<i64>(),
        Scalar::U64 => of::<u64>(),
        Scalar::F64 => of::<f64>(),
        Scalar::Number => of::<rt::Number>(),
        Scalar::Json => of::<rt::Json>(),
        Scalar::DateTime(Dates::Chrono) => of::<rt::chrono::DateTime<rt::chrono::FixedOffset>>(),
        Scalar::DateTime(Dates::Time) => of::<rt::time::OffsetDateTime>(),
        Scalar::DateTime(Dates::Jiff) => of::<rt::jiff::Timestamp>(),
        Scalar::Date(Dates::Chrono) => of::<rt::chrono::NaiveDate>(),
        Scalar::Date(Dates::Time) => of::<rt::time::Date>(),
        Scalar::Date(Dates::Jiff) => of::<rt::jiff::civil::Date>(),
        Scalar::Time(Dates::Chrono) => of::<rt::chrono::NaiveTime>(),
        Scalar::Time(Dates::Time) => of::<rt::time::Time>(),
        Scalar::Time(Dates::Jiff) => of::<rt::jiff::civil::Time>(),
        Scalar::Duration => of::<rt::jiff::SpanFieldwise>(),
        Scalar::Uuid => of::<rt::uuid::Uuid>(),
        Scalar::Decimal => of::<rt::rust_decimal::Decimal>(),
        Scalar::DecimalString => of::<rt::DecimalString>(),
        Scalar::Ip => of::<rt::IpAddr>(),
        Scalar::Ipv4 => of::<rt::Ipv4Addr>(),
        Scalar::Ipv6 => of::<rt::Ipv6Addr>(),
        Scalar::Base64 => of::<rt::Base64>(),
        Scalar::Base64Url => of::<rt::Base64Url>(),
        Scalar::Password => of::<rt::Password>(),
        Scalar::Body | Scalar::File => panic!("bodies and files are no values of the codec"),
    }
}

fn of<T: Empty + Field + 'static>() -> Made {
    (Box::new(T::empty()), T::NULLABLE)
}
