//! What a reader of a bad document sees: one snapshot a file of `specs/invalid`.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use restitch_build::diag::{CODES, Grade};
use restitch_build::ledger::advice;
use restitch_build::{Report, configure};
use restitch_tests::{configured, overlaid, specs};

const FOLDER: &str = "../specs/invalid";

/// The bad documents; what they refer to stands in a folder below.
fn documents() -> Vec<PathBuf> {
    let entries = fs::read_dir(FOLDER).expect("the folder of bad documents");
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths
}

/// Documents that are too large to be kept.
fn built() -> Vec<(&'static str, String)> {
    let head = "openapi: 3.1.0\ninfo: {title: Built, version: 1.0.0}\npaths: {}\n";
    let levels = format!("{head}x-deep: {}", "[".repeat(10_000));
    let laughs = (1..30).map(|i| {
        let before = format!("*x{}", i - 1);
        let ten = [before.as_str(); 10].join(", ");
        format!("x-{i}: &x{i} [{ten}]\n")
    });
    let laughs = format!("{head}x-0: &x0 ha\n{}", laughs.collect::<String>());
    vec![("built-levels", levels), ("built-alias-bomb", laughs)]
}

fn check_all() -> Vec<(String, Report)> {
    let files = documents().into_iter().map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let report = overlaid(&name).check(&path).unwrap();
        (name, report)
    });
    let built = built().into_iter().map(|(name, text)| {
        let report = configure().check_text(&format!("{name}.yaml"), &text);
        (name.to_owned(), report.unwrap())
    });
    files.chain(built).collect()
}

fn shown(report: &Report) -> String {
    // The same wherever the checkout is.
    let text = report.render(Grade::Note).replace("../specs/", "specs/");
    let text = text.replace(&specs().display().to_string(), "specs");
    text.trim_end().to_owned()
}

#[test]
fn each_bad_document_is_explained() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/invalid");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let all = check_all();
    settings.bind(|| {
        for (name, report) in &all {
            assert!(report.worst().is_some(), "nothing was found in {name}");
            insta::assert_snapshot!(name.as_str(), shown(report));
        }
    });
    let names: BTreeSet<_> = all.iter().map(|(name, _)| format!("{name}.snap")).collect();
    let kept = fs::read_dir("snapshots/invalid").unwrap();
    let kept = kept.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    // `.snap.new` is what a failed run leaves.
    let kept = kept.filter(|name| name.strip_suffix(".snap.new").is_none());
    let stale: Vec<_> = kept.filter(|name| !names.contains(name)).collect();
    assert!(stale.is_empty(), "snapshots without a document: {stale:?}");
}

/// The codes that a report holds.
fn codes(report: &Report) -> impl Iterator<Item = &'static str> {
    report.diagnostics().iter().map(|found| found.code.as_str())
}

/// Everything that shows a code: bad documents, those of features, and what a build script gets wrong.
fn all_reports() -> Vec<Report> {
    let mut all: Vec<_> = check_all().into_iter().map(|(_, report)| report).collect();
    let features = restitch_tests::documents("features").into_iter();
    let sound = features.chain(["chaser.yaml".to_owned()]);
    all.extend(sound.map(|name| configure().check(specs().join(name)).unwrap()));
    let missing = configure().check("../specs/invalid/no-such-file.yaml");
    let overridden = configure().rename("Nothing", "Something");
    let chaser = "../specs/chaser.yaml";
    let builds = [missing, overridden.check(chaser)];
    all.extend(builds.map(Result::unwrap));
    all
}

/// What no document of a feature has, since nothing comes of it.
const NOTHING: &str = "openapi: 3.1.0
info: { title: Nothing, version: '1' }
components:
  schemas:
    Pet:
      $comment: Made by hand.
      xml: { name: pet }
      type: string
";

/// The lines of the ledgers of the documents of features.
fn ledger_lines() -> Vec<(&'static str, String)> {
    let names = restitch_tests::documents("features").into_iter();
    let names = names.chain(["chaser.yaml".to_owned()]);
    let ledgers = names.filter_map(|name| {
        let ledger = configured(&name).ledger(specs().join(&name));
        ledger.expect("the configuration holds")
    });
    let nothing = configure().ledger_text("openapi.yaml", NOTHING);
    let ledgers = ledgers.chain(nothing.expect("the configuration holds"));
    let entries = ledgers.flat_map(|ledger| ledger.entries().to_vec());
    let lines = entries.filter_map(|entry| {
        let code = entry.end.code()?.as_str();
        let line = entry.to_string();
        Some((code, line.replace(&specs().display().to_string(), "specs")))
    });
    lines.collect()
}

#[test]
fn every_code_has_a_document() {
    let reports = all_reports();
    let mut found: BTreeSet<&str> = reports.iter().flat_map(codes).collect();
    found.extend(ledger_lines().into_iter().map(|(code, _)| code));
    let all = CODES.iter().map(|(code, _)| code.as_str());
    let without: Vec<_> = all.filter(|code| !found.contains(code)).collect();
    assert!(without.is_empty(), "codes without a document: {without:?}");
}

/// The page that `cargo restitch explain CODE` prints a part of: each code with what it costs, and the
/// shortest example that the project's own documents have, with an overlay's actions if one has any. `UPDATE_PAGE=1` writes it.
#[test]
fn the_page_of_codes_is_what_is_printed() {
    const PAGE: &str = "../cli/diagnostics.md";
    let shown: Vec<String> = all_reports().iter().map(shown).collect();
    let lines = ledger_lines();
    let mut page =
        "# Diagnostics\n\nWhat restitch says of documents, by code, each with an example and \
                    what helps. `cargo restitch explain CODE` prints one of them.\n\n\
                    Where one way to mend it is plain, a diagnostic shows the actions of an \
                    [overlay](https://spec.openapis.org/overlay/latest.html) that do so, to be \
                    put below its `actions:` as they are. They are of the document as it was \
                    written, and each is made for itself: where several take items out of one \
                    list, the last item goes first. None is shown where the node is in a file \
                    that the root refers to, which no overlay changes.\n"
            .to_owned();
    for (code, title) in CODES {
        let cost = match code.grade() {
            _ if code.is_of_ledger() => "Only `cargo restitch ledger` lists it.",
            Grade::Error => "An error: nothing is generated.",
            Grade::Fault => {
                "A fault: it costs the smallest thing that holds it, and is a warning of the build."
            }
            Grade::Note => "A note: `check` shows it, and a build does not.",
        };
        let mark = format!("[{}]", code.as_str());
        let examples = shown.iter().flat_map(|text| text.split("\n\n"));
        let of_code = examples.filter(|text| {
            let head = text.split(':').next().unwrap_or_default();
            head.ends_with(&mark)
        });
        let of_ledger = lines
            .iter()
            .filter(|(of, _)| code.is_of_ledger() && *of == code.as_str());
        let all = of_code.chain(of_ledger.map(|(_, line)| line.as_str()));
        let is_bare = |text: &str| !text.contains("as `actions` of an overlay");
        let example = all.min_by_key(|text| (is_bare(text), text.len(), *text));
        let example = example.expect("each code has a document");
        let title = title[..1].to_uppercase() + &title[1..];
        let advice = advice(*code).map_or(String::new(), |text| format!("\n{text}\n"));
        let (code, example) = (code.as_str(), example.trim_matches('\n'));
        let part = [
            &format!("\n## {code}\n\n{title}. {cost}\n{advice}"),
            "\n```text\n",
            example,
            "\n```\n",
        ];
        page.extend(part);
    }
    if std::env::var_os("UPDATE_PAGE").is_some() {
        fs::write(PAGE, &page).unwrap();
    }
    let kept = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        kept == page,
        "{PAGE} is not what is printed: UPDATE_PAGE=1 writes it"
    );
}

#[test]
fn codes_of_the_ledger_say_what_to_do() {
    for (code, _) in CODES {
        assert_eq!(
            advice(*code).is_some(),
            code.is_of_ledger(),
            "{}",
            code.as_str()
        );
    }
}

#[test]
fn an_error_leaves_no_client() {
    for (name, report) in check_all() {
        let refused = report.worst() == Some(Grade::Error);
        assert_eq!(report.api().is_none(), refused, "{name}");
    }
}

#[test]
fn one_line_is_one_line() {
    for (name, report) in check_all() {
        for (_, line) in report.lines(Grade::Note) {
            assert!(!line.contains(char::is_control), "{name}: {line:?}");
        }
    }
}
