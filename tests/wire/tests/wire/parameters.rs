//! Parameters in all places and styles; `docs/parameters.md` has the values that are special.

use restitch::{Json, Map, Null, chrono, uuid};

use restitch_wire_tests as api;

const BASE: &str = "GET http://test.example/base";

fn refused<T>(result: Result<T, restitch::Error>, expect: &str) {
    let error = result.map(drop).unwrap_err().to_string();
    assert!(error.contains(expect), "{error}");
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn styles_of_paths() {
    use api::param_path_styles::types::Color;
    let (_, builder) = client!(param_path_styles);
    let styles = builder.build().unwrap().styles();
    let color = || Color::new(100).name("a/b");
    assert_eq!(
        request!(styles.simple("a b", vec![1, 2], color(), color())),
        format!("{BASE}/simple/a%20b/1,2/R,100,name,a%2Fb/R=100,name=a%2Fb")
    );
    let (list, spread) = (texts(&["a", "b.c"]), texts(&["a", "b.c"]));
    assert_eq!(
        request!(styles.label("t", list, spread, color(), "json")),
        format!("{BASE}/label/.t/.a,b.c/.a.b.c/.R=100.name=a%2Fb/report.json")
    );
    let (list, spread) = (texts(&["a", "b;c"]), texts(&["a", "", "b;c"]));
    assert_eq!(
        request!(styles.matrix("", list, spread, color(), true)),
        format!(
            "{BASE}/matrix/;text/;list=a,b%3Bc/;spread=a;spread;spread=b%3Bc\
             /;object=R,100,name,a%2Fb/;flag=true"
        )
    );
}

#[test]
fn paths_that_would_be_others_are_refused() {
    use api::param_path_styles::types::Color;
    let (_, builder) = client!(param_path_styles);
    let styles = builder.build().unwrap().styles();
    let one = || texts(&["x"]);
    let color = || Color::new(1);
    refused(
        styles.simple("x", vec![], color(), color()).request(),
        "`list`",
    );
    refused(
        styles.simple("..", vec![1], color(), color()).request(),
        "`text`",
    );
    refused(
        styles.label("", one(), one(), color(), "x").request(),
        "the segment `.`",
    );
    refused(
        styles.label(".", one(), one(), color(), "x").request(),
        "the segment `..`",
    );
    refused(
        styles.label("x", one(), vec![], color(), "x").request(),
        "`spread`",
    );
}

#[test]
fn styles_of_queries() {
    use api::param_query_styles::types::{Color, FormEither};
    let (_, builder) = client!(param_query_styles);
    let styles = builder.build().unwrap().styles();
    let color = || Color::new(100).name("a&b");
    let call = styles
        .form()
        .list(["a,b", "", "c d"])
        .commas(["a,b", "", "c d"])
        .spread(color())
        .object(color())
        .either(FormEither::IntegerArray(vec![1, 2]))
        .map(
            [("x".to_owned(), 1), ("y".to_owned(), 2)]
                .into_iter()
                .collect::<Map<i64>>(),
        );
    assert_eq!(
        request!(call),
        format!(
            "{BASE}/form?either=1&either=2&list=a%2Cb&list=&list=c%20d&R=100&name=a%26b\
             &commas=a%2Cb,,c%20d&map=x,1,y,2&object=R,100,name,a%26b"
        )
    );
    let empty = styles
        .form()
        .list(Vec::<String>::new())
        .commas(Vec::<String>::new());
    assert_eq!(request!(empty), format!("{BASE}/form"));

    let call = styles
        .delimited()
        .spaces(["a", "b+c"])
        .pipes(["a", "b c"])
        .piped(color())
        .spread(["a|b", "c"]);
    assert_eq!(
        request!(call),
        format!(
            "{BASE}/delimited?piped=R%7C100%7Cname%7Ca%26b&pipes=a%7Cb%20c&spaces=a%20b%2Bc\
             &spread=a%7Cb&spread=c"
        )
    );
    let call = styles
        .reserved("a/b?c=d&e#f%20g%")
        .fields(["a(b,c)", "d[e]"])
        .empty("");
    assert_eq!(
        request!(call),
        format!("{BASE}/reserved?empty=&fields=a(b,c),d%5Be%5D&path=a/b?c=d&e%23f%20g%25")
    );
}

#[test]
fn what_a_style_has_no_text_for_is_refused() {
    use api::param_query_styles::types::Color;
    let (_, builder) = client!(param_query_styles);
    let styles = builder.build().unwrap().styles();
    let nested = || Color::new(1).shades(["dark"]);
    let error = styles
        .form()
        .spread(nested())
        .request()
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("`spread`") && error.contains("a list in an object"),
        "{error}"
    );
    let anything: Map<Json> = [("a".to_owned(), Json::new("{\"b\":1}").unwrap())]
        .into_iter()
        .collect();
    let error = styles
        .form()
        .anything(anything)
        .request()
        .unwrap_err()
        .to_string();
    assert!(error.contains("`anything`"), "{error}");
    let error = styles
        .delimited()
        .pipes(["a|b"])
        .request()
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("`pipes`") && error.contains("'|'"),
        "{error}"
    );
    // Nothing in it is no list.
    let empty = Color::new(1).shades(Vec::<String>::new());
    assert_eq!(
        request!(styles.form().spread(empty)),
        format!("{BASE}/form?R=1")
    );
}

#[test]
fn deep_objects() {
    use api::param_query_deep_object::types as t;
    let (_, builder) = client!(param_query_deep_object);
    let charges = builder.build().unwrap().charges();
    let owner = t::ListChargesFilterOwner::new()
        .name("a&b[c]")
        .since("2026-11-25".parse::<chrono::NaiveDate>().unwrap());
    let filter = t::ListChargesFilter::new(t::ListChargesFilterStatus::Open)
        .tags(["x", "y"])
        .owner(owner);
    let created = t::ListChargesCreatedObject::new().gte(1);
    let call = charges
        .list_charges(filter)
        .expand(["data.customer"])
        .created(t::ListChargesCreated::Object(created))
        .metadata(
            [("k e".to_owned(), "v".to_owned())]
                .into_iter()
                .collect::<Map<String>>(),
        );
    assert_eq!(
        request!(call),
        format!(
            "{BASE}/charges?created%5Bgte%5D=1&expand%5B0%5D=data.customer\
             &filter%5Bstatus%5D=open&filter%5Btags%5D%5B0%5D=x&filter%5Btags%5D%5B1%5D=y\
             &filter%5Bowner%5D%5Bname%5D=a%26b%5Bc%5D&filter%5Bowner%5D%5Bsince%5D=2026-11-25\
             &metadata%5Bk%20e%5D=v"
        )
    );
    let filter = t::ListChargesFilter::new(t::ListChargesFilterStatus::Paid);
    let call = charges
        .list_charges(filter)
        .created(t::ListChargesCreated::Integer(7));
    assert_eq!(
        request!(call),
        format!("{BASE}/charges?created=7&filter%5Bstatus%5D=paid")
    );
}

#[test]
fn content_is_json_text() {
    use api::param_content::types::{FindWhere, FindWhereAnyItem, Trace};
    let (_, builder) = client!(param_content);
    let content = builder.build().unwrap().content();
    let any = vec![
        FindWhereAnyItem::new().name("é"),
        FindWhereAnyItem::new().name(Null),
    ];
    let call = content
        .find(texts(&["../a"]), FindWhere::new(any))
        .raw(Json::new("[1.50, null]").unwrap())
        .x_trace(Trace::new().id("é\r\nEvil: 1"))
        .seen(Trace::new().id("a;b"))
        .note("a b");
    let request = call.request().unwrap();
    assert_eq!(
        request.uri(),
        "http://test.example/base/find/%5B%22..%2Fa%22%5D?note=a%20b&raw=%5B1.50%2C%20null%5D\
         &where=%7B%22any%22%3A%5B%7B%22name%22%3A%22%C3%A9%22%7D%2C%7B%22name%22%3Anull%7D%5D%7D"
    );
    assert_eq!(
        request.headers()["x-trace"],
        r#"{"id":"\u00e9\r\nEvil: 1"}"#
    );
    assert_eq!(
        request.headers()["cookie"],
        "seen=%7B%22id%22%3A%22a%3Bb%22%7D"
    );
}

#[test]
fn a_parameter_of_the_operation_comes_before_that_of_the_path() {
    let (_, builder) = client!(param_values);
    let values = builder.build().unwrap().values();
    let id: uuid::Uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8".parse().unwrap();
    let request = values
        .overridden(id)
        .limit("most")
        .trace(7)
        .request()
        .unwrap();
    let path = "http://test.example/base/67e55044-10b1-426f-9247-bb680e5fe0c8/values";
    assert_eq!(request.uri().to_string(), format!("{path}?limit=most"));
    assert_eq!(request.headers()["trace"], "7");
    let request = values.shared(id).limit(7).trace("t").request().unwrap();
    assert_eq!(request.uri().to_string(), format!("{path}?limit=7"));
    assert_eq!(request.headers()["trace"], "t");
}

#[test]
fn values_of_all_kinds() {
    use api::param_values::types::{Limits, ListedLevel, ListedStateItem};
    let (_, builder) = client!(param_values);
    let values = builder.build().unwrap().values();
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let id = |last: u128| uuid::Uuid::from_u128(last);
    let limits = || Limits::new().low(1).high(2.5);
    let call = values
        .listed(Some("h".to_owned()))
        .state([
            ListedStateItem::Open,
            ListedStateItem::AB,
            ListedStateItem::Unknown("new".to_owned()),
        ])
        .day([day("2026-11-25"), day("0001-01-01")])
        .at("2026-11-25T10:00:00.5+02:00"
            .parse::<chrono::DateTime<chrono::FixedOffset>>()
            .unwrap())
        .id([id(1), id(2)])
        .level(ListedLevel::N2)
        .sparse([Some(1), None, Some(3)])
        .maybe_query("")
        .limits_pascal(limits())
        .limits_spread(limits())
        .list(["a;b", "c"])
        .commas(["a;b", "c"])
        .limits(limits());
    let request = call.request().unwrap();
    assert_eq!(
        request.uri(),
        "http://test.example/base/values?at=2026-11-25T10%3A00%3A00.500%2B02%3A00\
         &day=2026-11-25&day=0001-01-01&level=2&maybe=&sparse=1&sparse=3\
         &id=00000000-0000-0000-0000-000000000001%7C00000000-0000-0000-0000-000000000002\
         &state=open,a%2Cb,new"
    );
    assert_eq!(request.headers()["maybe"], "h");
    assert_eq!(request.headers()["limits"], "low,1,high,2.5");
    assert_eq!(request.headers()["limits-spread"], "low=1,high=2.5");
    assert_eq!(
        request.headers()["cookie"],
        "commas=a%3Bb,c; low=1; high=2.5; list=a%3Bb; list=c"
    );
}

#[test]
fn null_sends_nothing() {
    let (_, builder) = client!(param_values);
    let values = builder.build().unwrap().values();
    let request = values.listed(None).maybe_query(Null).request().unwrap();
    assert_eq!(request.uri(), "http://test.example/base/values");
    assert!(!request.headers().contains_key("maybe"));
}

/// No value of a header or cookie begins a header, and none makes the client panic.
#[test]
fn hostile_headers_and_cookies() {
    let (_, builder) = client!(param_values);
    let values = builder.build().unwrap().values();
    for text in [
        "\r\nEvil: 1",
        "a\nb",
        "a\rb",
        "\0",
        "é",
        "🦀",
        "\u{7f}",
        "\u{202e}",
    ] {
        let error = values.listed(Some(text.to_owned())).request().unwrap_err();
        assert!(error.to_string().contains("`maybe`"), "{text:?}: {error}");
        let request = values.listed(None).list([text]).request().unwrap();
        let cookie = request.headers()["cookie"].to_str().unwrap().to_owned();
        let value = cookie.strip_prefix("list=").unwrap();
        let clean = |b: u8| b.is_ascii_alphanumeric() || b"%-._~".contains(&b);
        assert!(value.bytes().all(clean), "{text:?}: {cookie}");
        assert_eq!(request.headers().len(), 2, "the cookie and the user agent");
    }
}

#[test]
fn a_query_in_a_path_goes_with_every_call() {
    let (_, builder) = client!(path_query);
    let client = builder.build().unwrap();
    let answers = client.answers();
    let plain = request!(answers.get_answer("a?b"));
    assert_eq!(plain, format!("{BASE}/answers/a%3Fb"));
    let beta = request!(answers.get_beta_answer("a").limit(2));
    assert_eq!(beta, format!("{BASE}/answers/a?beta=true&limit=2"));
    let all = request!(client.containers().list_containers("container"));
    assert_eq!(
        all,
        format!("{BASE}/containers?comp=list%20of%20all&restype=container")
    );
    let searches = client.searches();
    let found = request!(searches.search("2", "a&b"));
    assert_eq!(found, format!("{BASE}/searches?beta=true&page=2&q=a%26b"));
    let pages = request!(searches.list_pages("a"));
    assert_eq!(pages, format!("{BASE}/pages/a"));
    let pages = request!(searches.list_pages("a").from(3).order("up"));
    assert_eq!(pages, format!("{BASE}/pages/a?from=3&order=up"));
}
