//! OAuth flows as documentation: where a program gets the token that it gives to the client.

use openapiv3::OAuth2Flows;

use crate::ir::Fact;

/// One sentence a flow.
pub(super) fn facts(flows: &OAuth2Flows) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(flow) = &flows.authorization_code {
        let urls = [
            ("authorization at ", flow.authorization_url.as_str()),
            ("tokens from ", &flow.token_url),
        ];
        facts.push(fact("authorizationCode", &urls, flow.scopes.keys()));
    }
    if let Some(flow) = &flows.client_credentials {
        let urls = [("tokens from ", flow.token_url.as_str())];
        facts.push(fact("clientCredentials", &urls, flow.scopes.keys()));
    }
    if let Some(flow) = &flows.implicit {
        let urls = [("authorization at ", flow.authorization_url.as_str())];
        facts.push(fact("implicit", &urls, flow.scopes.keys()));
    }
    if let Some(flow) = &flows.password {
        let urls = [("tokens from ", flow.token_url.as_str())];
        facts.push(fact("password", &urls, flow.scopes.keys()));
    }
    facts
}

/// `Flow clientCredentials, tokens from https://..; scopes: read, write.`
fn fact<'a>(flow: &str, urls: &[(&str, &str)], scopes: impl Iterator<Item = &'a String>) -> Fact {
    let mut fact = Fact::own(format!("Flow `{flow}`"));
    for (what, url) in urls.iter().filter(|(_, url)| !url.is_empty()) {
        fact = fact.and(format!(", {what}")).quote(*url);
    }
    for (index, scope) in scopes.enumerate() {
        fact = fact
            .and(if index == 0 { "; scopes: " } else { ", " })
            .quote(scope);
    }
    fact.and(".")
}
