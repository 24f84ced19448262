/// What the build script of a document of `specs/` says, by the document's path or module: most say
/// nothing. The snapshots and `tests/wire` both ask here.
pub fn configured(name: &str) -> restitch_build::Builder {
    use restitch_build::{Dates, Format};
    let plain = restitch_build::configure();
    let name = name.trim_end_matches(".yaml").replace('_', "-");
    match name.rsplit('/').next().unwrap_or_default() {
        "formats-on-request" => plain
            .format("date-time", Format::DateTime(Dates::Time))
            .format("date", Format::Date(Dates::Jiff))
            .format("time", Format::Time(Dates::Chrono))
            .format("duration", Format::Duration)
            .format("timestamp", Format::DateTime(Dates::Jiff))
            .format("uuid", Format::Text)
            .format("money", Format::Decimal)
            .format("decimal", Format::Decimal)
            .format("double", Format::Number)
            .format("unix-time", Format::I64),
        "choosing" => plain
            .operations(["pets/*", "GET /v1/**"])
            .tags(["shops"])
            .skip_deprecated(),
        "choice" => plain
            .operations(["acounts/*", "listAcounts", "DELETE /accounts"])
            .tags(["something"])
            .paths(["/account"]),
        "format-choice" => plain.format("serial", Format::Uuid),
        "overrides" => plain
            .rename("order_v2_final", "Order")
            .rename("#/components/schemas/order_v2_final/properties/sts", "state")
            .rename("#/components/schemas/order_v2_final/properties/sts", "OrderState")
            .rename("#/components/schemas/order_v2_final/properties/sts/enum/0", "Open")
            .rename("#/components/schemas/order_v2_final/properties/tip", "gratuity")
            .rename("#/paths/~1orders~1{order_no}/get", "find")
            .rename("#/paths/~1orders~1{order_no}/get/parameters/0", "number")
            .rename("#/tags/orders-v2", "orders")
            .rename("#/components/securitySchemes/x-legacy-key", "key")
            .rename("#/servers/0", "Production")
            .replace_type("Money", "crate::money::Money")
            .replace_type("#/components/schemas/Currency", "crate::money::Currency")
            .derive("*", "Eq")
            .derive("Key", "PartialOrd")
            .derive("#/components/schemas/Key", "Hash"),
        _ => plain,
    }
}
