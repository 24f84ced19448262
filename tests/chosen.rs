//! Operations that are chosen: called the same whatever else is, and nothing is left that they do
//! not reach.

use std::collections::BTreeSet;

use restitch_build::configure;
use restitch_build::diag::Grade;
use restitch_build::ir::Api;
use restitch_build::outline::outline;
use restitch_tests::{configured, documents, specs};

fn lines(api: &Api) -> BTreeSet<String> {
    outline(api).lines().map(str::to_owned).collect()
}

/// What the operations of a client can be chosen by: `handle/function`, or method and path.
fn choices(api: &Api) -> Vec<String> {
    let bare = |name: &str| name.trim_start_matches("r#").to_owned();
    let untagged = api.operations.iter().map(|op| bare(op.name.ident.as_str()));
    let tagged = api.handles.iter().flat_map(|handle| {
        let of = bare(handle.name.ident.as_str());
        let operations = handle.operations.iter();
        operations.map(move |op| format!("{of}/{}", bare(op.name.ident.as_str())))
    });
    untagged.chain(tagged).collect()
}

#[test]
fn an_operation_alone_is_what_it_is_among_others() {
    let all = documents("features").into_iter();
    for name in all.chain(["chaser.yaml".into(), "petstore.yaml".into()]) {
        if name.contains("choosing") {
            continue;
        }
        let whole = configured(&name).check(specs().join(&name)).unwrap();
        let whole = whole.api().unwrap();
        let known = lines(whole);
        for choice in choices(whole) {
            let report = configured(&name).operations([&choice]);
            let report = report.check(specs().join(&name)).unwrap();
            let Some(api) = report.api() else {
                let errors: Vec<_> = report.lines(Grade::Error).collect();
                panic!("{name}: {choice}: {errors:?}");
            };
            let count = api.operations.len();
            let count = count
                + api
                    .handles
                    .iter()
                    .map(|h| h.operations.len())
                    .sum::<usize>();
            assert_eq!(count, 1, "{name}: {choice}");
            let new: Vec<_> = lines(api).difference(&known).cloned().collect();
            assert!(new.is_empty(), "{name}: {choice}: {new:?}");
        }
    }
}

#[test]
fn everything_reachable_stays() {
    for name in documents("features") {
        let whole = configured(&name).check(specs().join(&name)).unwrap();
        if whole.api().is_none_or(|api| choices(api).is_empty()) {
            continue;
        }
        let all = configured(&name).operations(["**"]);
        let all = all.check(specs().join(&name)).unwrap();
        let (Some(whole), Some(all)) = (whole.api(), all.api()) else {
            panic!("{name} is refused");
        };
        // Types alone may be gone: those that no operation uses.
        let of_operations = |api: &Api| -> BTreeSet<String> {
            let is = |line: &String| {
                ["fn", "arg", "set", "answer"].contains(&line.split(' ').next().unwrap())
            };
            lines(api).into_iter().filter(is).collect()
        };
        if !name.contains("choosing") {
            assert_eq!(of_operations(whole), of_operations(all), "{name}");
        }
        let named = all.types.iter().map(|def| def.name.ident.as_str());
        let named: BTreeSet<&str> = named.collect();
        let text = outline(all);
        for word in text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':' || c == '#'))
        {
            if let Some(ty) = word.strip_prefix("types::") {
                let ty = ty.split("::").next().unwrap();
                let known = named.contains(ty) || text.contains(&format!("struct types::{ty} ="));
                assert!(known, "{name}: {ty} is used and not there");
            }
        }
    }
}

#[test]
fn nothing_is_said_of_what_is_left_out() {
    let name = "features/choosing.yaml";
    let all = configure().check(specs().join(name)).unwrap();
    let some = configured(name).check(specs().join(name)).unwrap();
    assert_eq!((all.count(Grade::Fault), some.count(Grade::Fault)), (3, 0));
    let strict = configured(name).strict(true).check(specs().join(name));
    assert!(strict.unwrap().api().is_some());
}
