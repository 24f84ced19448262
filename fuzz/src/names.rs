//! Names that one thing each may have, as rustc will ask for.

use std::collections::HashSet;

use syn::{Fields, ImplItem, Item, Type};

/// Asserts that nothing has the name of its neighbour.
pub(crate) fn distinct(items: &[Item]) {
    let mut seen = HashSet::new();
    let mut functions = HashSet::new();
    for item in items {
        match item {
            Item::Struct(item) => {
                claim(&mut seen, "type", &item.ident);
                fields(&item.fields);
            }
            Item::Enum(item) => {
                claim(&mut seen, "type", &item.ident);
                let mut variants = HashSet::new();
                for variant in &item.variants {
                    claim(&mut variants, "variant", &variant.ident);
                    fields(&variant.fields);
                }
            }
            Item::Type(item) => claim(&mut seen, "type", &item.ident),
            Item::Trait(item) => claim(&mut seen, "type", &item.ident),
            Item::Mod(item) => {
                claim(&mut seen, "type", &item.ident);
                if let Some((_, items)) = &item.content {
                    distinct(items);
                }
            }
            Item::Const(item) if item.ident != "_" => claim(&mut seen, "value", &item.ident),
            Item::Static(item) => claim(&mut seen, "value", &item.ident),
            Item::Fn(item) => claim(&mut seen, "value", &item.sig.ident),
            Item::Impl(item) if item.trait_.is_none() => {
                let of = of(&item.self_ty);
                for inner in &item.items {
                    if let ImplItem::Fn(function) = inner {
                        let name = format!("{of}::{}", function.sig.ident);
                        claim(&mut functions, "function", &name);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The name of a type that has functions of its own.
fn of(ty: &Type) -> String {
    match ty {
        Type::Path(path) => {
            let segments = path.path.segments.iter();
            let names: Vec<_> = segments.map(|segment| segment.ident.to_string()).collect();
            names.join("::")
        }
        _ => String::new(),
    }
}

fn fields(fields: &Fields) {
    let mut seen = HashSet::new();
    for field in fields {
        if let Some(name) = &field.ident {
            claim(&mut seen, "field", name);
        }
    }
}

fn claim(seen: &mut HashSet<String>, kind: &str, name: &impl ToString) {
    let key = format!("{kind} {}", name.to_string());
    assert!(seen.insert(key), "two of {kind} {}", name.to_string());
}
