//! Strings and enums of strings in bodies.

use restitch_autorest_tests::body_string::{Client, types::RefColorConstant};
use serde_json::json;

use crate::suite::{Suite, client, from};

/// Letters and signs of several bytes; some have a twin that they would be normalised to.
const CHARACTERS: &str = "啊齄丂狛狜\u{f9f1}\u{f92c}\u{f9f1}\u{fa0c}﨩ˊ〞〡￤℡㈱‐ー﹡﹢﹫、〓ⅰⅹ⒈€㈠㈩ⅠⅫ！￣ぁんァヶΑ︴АЯаяāɡㄅㄩ─╋︵﹄︻︱︳︴ⅰⅹɑɡ〇〾⿻⺁䜣€";

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client.string_operations();
    s.reads(c.enum_get_not_expandable(), json!("red color"))
        .await;
    s.reads(c.enum_get_referenced(), json!("red color")).await;
    s.fails(
        c.enum_get_referenced_constant(),
        "the required field `ColorConstant` is missing at $",
    )
    .await;
    s.done(c.enum_put_not_expandable(from(json!("red color"))))
        .await;
    s.done(c.enum_put_referenced(from(json!("red color"))))
        .await;
    s.done(c.enum_put_referenced_constant(RefColorConstant::new()))
        .await;
    s.reads(
        c.string_get_base64_encoded(),
        json!("YSBzdHJpbmcgdGhhdCBnZXRzIGVuY29kZWQgd2l0aCBiYXNlNjQ="),
    )
    .await;
    s.reads(
        c.string_get_base64_url_encoded(),
        json!("YSBzdHJpbmcgdGhhdCBnZXRzIGVuY29kZWQgd2l0aCBiYXNlNjR1cmw"),
    )
    .await;
    s.reads(c.string_get_empty(), json!("")).await;
    s.reads(c.string_get_mbcs(), json!(CHARACTERS)).await;
    s.fails(c.string_get_not_provided(), "200 OK with no content")
        .await;
    s.fails(
        c.string_get_null(),
        "expected a string, found the end of the text at $",
    )
    .await;
    s.fails(
        c.string_get_null_base64_url_encoded(),
        "200 OK with no content",
    )
    .await;
    s.reads(
        c.string_get_whitespace(),
        json!("    Now is the time for all good men to come to the aid of their country    "),
    )
    .await;
    s.done(
        c.string_put_base64_url_encoded(from::<restitch::Base64Url>(json!(
            "YSBzdHJpbmcgdGhhdCBnZXRzIGVuY29kZWQgd2l0aCBiYXNlNjR1cmw"
        ))),
    )
    .await;
    s.done(c.string_put_empty("")).await;
    s.done(c.string_put_mbcs(CHARACTERS)).await;
    s.done(c.string_put_null()).await; // PUT /string/null -> ()
    s.done(c.string_put_whitespace(
        "    Now is the time for all good men to come to the aid of their country    ",
    ))
    .await;
}
