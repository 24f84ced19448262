//! Every path that generated code uses, written once.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// A path, for use in `quote!` as `#CALL`.
#[derive(Clone, Copy)]
pub(super) struct Path(fn() -> TokenStream);

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0());
    }
}

macro_rules! paths {
    // As tokens: what a macro took for a path, quote would print and parse again at each use.
    ($($name:ident = [$($path:tt)*];)*) => {
        $(pub(super) const $name: Path = Path(|| quote!($($path)*));)*
    };
}

paths! {
    // The one path to the runtime, versioned: where the two crates do not fit, the compiler names it.
    RUNTIME = [::restitch::__v1];
    RT = [rt];

    // Client.
    CLIENT = [rt::Client];
    CLIENT_BUILDER = [rt::ClientBuilder];
    CLIENT_MACRO = [rt::client];
    SECRET = [rt::Secret];
    TOKEN = [rt::Token];

    // Tables.
    API = [rt::Api];
    SCHEME = [rt::Scheme];
    OWN_SERVER = [rt::OwnServer];
    VARIABLE = [rt::Variable];
    OPERATION_INFO = [rt::OperationInfo];
    ENCODING = [rt::Encoding];
    MEDIA = [rt::Media];
    CASES_MACRO = [rt::cases];
    BODY = [rt::Body];
    HEADER = [rt::Header];
    BYTES = [rt::Bytes];
    EVENT_STREAM = [rt::EventStream];
    EVENTS_OR_VALUES = [rt::EventsOrValues];
    JSON_STREAM = [rt::JsonStream];

    // Calls.
    CALL = [rt::Call];
    OPERATION_MACRO = [rt::operation];
    FILE = [rt::File];
    CHOICE_MACRO = [rt::choice];
    MULTIPART = [rt::Multipart];
    INTO_SET = [rt::IntoSet];
    INTO_NULLABLE = [rt::IntoNullable];
    INTO_FOREIGN = [rt::IntoForeign];
    INTO_FOREIGN_NULLABLE = [rt::IntoForeignNullable];

    // What the server sends by itself.
    DECODED = [rt::Decoded];
    DECODE_PAYLOAD = [rt::decode_payload];

    // Types.
    FOREIGN = [rt::Foreign];
    RECORD = [rt::Record];
    STRING_ENUM = [rt::StringEnum];
    TUPLE_MACRO = [rt::tuple];
    UNION_MACRO = [rt::union];
    VALUE_ENUM_MACRO = [rt::value_enum];
    EXTRA = [rt::Extra];
    JSON = [rt::Json];
    MAP = [rt::Map];
    NUMBER = [rt::Number];

    // Types of formats. The crates of those behind features are named with the feature by rustc.
    CHRONO_DATE_TIME = [rt::chrono::DateTime<rt::chrono::FixedOffset>];
    CHRONO_DATE = [rt::chrono::NaiveDate];
    CHRONO_TIME = [rt::chrono::NaiveTime];
    TIME_DATE_TIME = [rt::time::OffsetDateTime];
    TIME_DATE = [rt::time::Date];
    TIME_TIME = [rt::time::Time];
    JIFF_DATE_TIME = [rt::jiff::Timestamp];
    JIFF_DATE = [rt::jiff::civil::Date];
    JIFF_TIME = [rt::jiff::civil::Time];
    JIFF_DURATION = [rt::jiff::SpanFieldwise];
    UUID = [rt::uuid::Uuid];
    DECIMAL = [rt::rust_decimal::Decimal];
    DECIMAL_STRING = [rt::DecimalString];
    IP = [rt::IpAddr];
    IPV4 = [rt::Ipv4Addr];
    IPV6 = [rt::Ipv6Addr];
    BASE64 = [rt::Base64];
    BASE64_URL = [rt::Base64Url];
    PASSWORD = [rt::Password];

    // The prelude. `naming` keeps these names free of the document's types.
    BOX = [Box];
    INTO = [Into];
    OPTION = [Option];
    STRING = [String];
    VEC = [Vec];
}
