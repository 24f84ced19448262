//! Strategies of schemas.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::families::family;
use crate::model::{
    Access, Additional, Discriminator, Note, Object, Property, Scalar, Schema, Tuple, Union,
};
use crate::words;

/// Any schema; those in it are smaller.
pub(crate) fn schema() -> impl Strategy<Value = Schema> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            8 => object(inner.clone()).prop_map(Schema::Object).boxed(),
            3 => inner.clone().prop_map(|item| Schema::Array(Some(Box::new(item)))),
            2 => tuple(inner.clone()).prop_map(Schema::Tuple),
            3 => all_of(inner.clone()).boxed(),
            3 => union(inner.clone()).boxed(),
            3 => tagged(inner.clone()).boxed(),
            2 => family(inner.clone()).boxed(),
            // In boxes, or the trees of values do not fit on the stack.
            2 => unevaluated(inner.clone()).boxed(),
            2 => inner.clone().prop_map(|of| Schema::Nullable(Box::new(of))),
            1 => (note(), inner).prop_map(|(note, of)| Schema::Beside(note, Box::new(of))),
        ]
    })
}

fn leaf() -> impl Strategy<Value = Schema> {
    prop_oneof![
        6 => scalar().prop_map(Schema::Scalar),
        3 => any::<u8>().prop_map(|at| Schema::Ref(at.into())),
        2 => enumeration(),
        1 => value().prop_map(Schema::Const),
        1 => Just(Schema::Any),
        1 => Just(Schema::Array(None)),
        1 => prop::sample::subsequence(words::KINDS, 2..4).prop_map(Schema::Types),
        1 => scalar().prop_map(|of| Schema::Beside(
            Note::Default(default(of)),
            Box::new(Schema::Scalar(of)),
        )),
    ]
}

fn scalar() -> impl Strategy<Value = Scalar> {
    let text = vec![
        "",
        "",
        "date-time",
        "date",
        "uuid",
        "ipv4",
        "ipv6",
        "ip",
        "byte",
        "base64url",
        "password",
        "binary",
        "time",
        "duration",
        "email",
        "decimal",
        "int64",
        "uri",
        "anything",
    ];
    let integer = vec!["", "int32", "int64", "uint64", "uint8", "anything"];
    let bounds = vec![
        ("0", "18446744073709551615"),
        ("-5", "1e30"),
        ("1", "2147483648"),
        ("-9223372036854775808", "9223372036854775807"),
    ];
    prop_oneof![
        1 => Just(Scalar::Bool),
        2 => select(integer).prop_map(Scalar::Integer),
        1 => select(bounds).prop_map(|(low, high)| Scalar::Bounded(low, high)),
        1 => select(vec!["", "float", "double", "decimal", "int32", "int64", "anything"])
            .prop_map(Scalar::Number),
        4 => select(text).prop_map(Scalar::Text),
    ]
}

/// A default that a scalar allows.
fn default(of: Scalar) -> Value {
    match of {
        Scalar::Bool => json!(true),
        Scalar::Integer(_) | Scalar::Bounded(..) | Scalar::Number(_) => json!(1),
        Scalar::Text(_) => json!("a \"text\""),
    }
}

fn word(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(of).prop_map(str::to_owned)
}

/// A value of an enum.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        5 => word(words::VALUES).prop_map(Value::from),
        2 => select(vec![0, 1, -1, 7, i64::MAX, i64::MIN]).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => select(vec![json!(0.5), json!(-1.5), json!(1e300)]),
    ]
}

fn enumeration() -> impl Strategy<Value = Schema> {
    let texts = prop::sample::subsequence(words::VALUES, 1..6);
    let texts = texts.prop_map(|of| of.into_iter().map(Value::from).collect::<Vec<_>>());
    let integers = prop::collection::btree_set(-3i64..9, 1..5);
    let integers = integers.prop_map(|of| of.into_iter().map(Value::from).collect::<Vec<_>>());
    let mixed = prop::collection::vec(value(), 1..5).prop_map(distinct);
    (
        prop_oneof![4 => texts, 2 => integers, 2 => mixed],
        any::<bool>(),
        0u8..4,
    )
        .prop_map(|(mut values, typed, null)| {
            if null == 0 {
                values.push(Value::Null);
            }
            Schema::Enum(values, typed)
        })
}

fn distinct(values: Vec<Value>) -> Vec<Value> {
    let mut out = Vec::new();
    for value in values {
        if !out.contains(&value) {
            out.push(value);
        }
    }
    out
}

/// Small names meet each other in unions and `allOf`, hostile ones do so seldom.
pub(crate) fn property_name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => word(&words::PROPERTIES[..7]),
        2 => word(words::PROPERTIES),
    ]
}

pub(crate) fn object(
    inner: impl Strategy<Value = Schema> + Clone + 'static,
) -> impl Strategy<Value = Object> {
    let named = property_name().prop_map(|name| (name, Access::Both));
    // The name decides, so that parts which hold at once agree.
    let one_way = select(vec![("ro", Access::Read), ("wo", Access::Write)]);
    let one_way = one_way.prop_map(|(name, access)| (name.to_owned(), access));
    let name = prop_oneof![5 => named, 1 => one_way];
    let property = (name, inner.clone(), any::<bool>());
    let property = property.prop_map(|((name, access), schema, required)| Property {
        name,
        schema,
        required,
        access,
    });
    let pattern = (0..words::PATTERNS.len(), inner.clone());
    let additional = prop_oneof![
        6 => Just(Additional::Unsaid),
        2 => Just(Additional::No),
        1 => Just(Additional::Yes),
        2 => inner.prop_map(|of| Additional::Schema(Box::new(of))),
    ];
    (
        prop::collection::vec(property, 0..6),
        prop_oneof![4 => Just(Vec::new()), 1 => prop::collection::vec(property_name(), 1..3)],
        prop_oneof![6 => Just(Vec::new()), 1 => prop::collection::vec(pattern, 1..3)],
        additional,
        prop::bool::weighted(0.85),
    )
        .prop_map(|(properties, undeclared, patterns, additional, typed)| {
            Object {
                typed,
                properties,
                undeclared,
                patterns,
                additional,
            }
            .tidied()
        })
        .boxed()
}

impl Object {
    /// Each name and pattern once, and what makes it an object where no `type` says so.
    fn tidied(mut self) -> Self {
        let mut seen = Vec::new();
        self.properties.retain(|it| once(&mut seen, &it.name));
        self.undeclared.retain(|name| once(&mut seen, name));
        let mut seen = Vec::new();
        self.patterns.retain(|(at, _)| once(&mut seen, at));
        self.typed |= self.properties.is_empty();
        self
    }
}

fn once<T: Clone + PartialEq>(seen: &mut Vec<T>, value: &T) -> bool {
    let new = !seen.contains(value);
    if new {
        seen.push(value.clone());
    }
    new
}

fn tuple(inner: impl Strategy<Value = Schema> + Clone + 'static) -> impl Strategy<Value = Tuple> {
    let rest = prop_oneof![
        Just(Additional::Unsaid),
        Just(Additional::No),
        inner
            .clone()
            .prop_map(|of| Additional::Schema(Box::new(of))),
    ];
    let items = prop::collection::vec(inner, 1..4);
    (items, 0usize..4, rest).prop_map(|(items, least, rest)| Tuple {
        least: least.min(items.len()),
        items,
        rest,
    })
}

/// Parts that can hold at once, mostly: objects that leave room for each other.
fn all_of(inner: impl Strategy<Value = Schema> + Clone + 'static) -> impl Strategy<Value = Schema> {
    let open = object(inner.clone()).prop_map(|mut of| {
        if matches!(of.additional, Additional::No | Additional::Schema(_)) {
            of.additional = Additional::Unsaid;
        }
        Schema::Object(of)
    });
    let part = prop_oneof![
        4 => open,
        2 => any::<u8>().prop_map(|at| Schema::Ref(at.into())),
        1 => inner,
    ];
    prop::collection::vec(part, 1..4).prop_map(Schema::AllOf)
}

/// An object, or several schemas at once, that says what else there may be.
fn unevaluated(
    inner: impl Strategy<Value = Schema> + Clone + 'static,
) -> impl Strategy<Value = Schema> {
    let of = prop_oneof![1 => object(inner.clone()).prop_map(Schema::Object), 3 => all_of(inner.clone())];
    let said = prop_oneof![
        3 => Just(Additional::No),
        1 => Just(Additional::Yes),
        2 => inner.prop_map(|of| Additional::Schema(Box::new(of))),
    ];
    (of, said).prop_map(|(of, said)| Schema::Unevaluated(Box::new(of), said))
}

fn union_word() -> impl Strategy<Value = &'static str> {
    select(vec!["anyOf", "oneOf"])
}

fn union(inner: impl Strategy<Value = Schema> + Clone + 'static) -> impl Strategy<Value = Schema> {
    let branches = prop_oneof![
        3 => prop::collection::vec(inner.clone(), 1..5),
        2 => prop::collection::vec(object(inner).prop_map(Schema::Object), 2..4),
    ];
    (union_word(), branches, prop::bool::weighted(0.2)).prop_map(|(word, branches, null)| {
        Schema::Union(Union {
            word,
            branches,
            null,
            discriminator: None,
        })
    })
}

/// How the branches of a union are tagged.
#[derive(Clone, Copy, Debug)]
enum Tag {
    Constants,
    Named,
    Mapped,
}

/// A union of objects that a property tells apart.
fn tagged(inner: impl Strategy<Value = Schema> + Clone + 'static) -> impl Strategy<Value = Schema> {
    let how = select(vec![Tag::Constants, Tag::Named, Tag::Mapped]);
    let branches = prop::collection::vec((object(inner), any::<bool>()), 1..4);
    let tags = prop::sample::subsequence(words::VALUES, 6).prop_shuffle();
    (union_word(), how, property_name(), branches, tags).prop_map(
        |(word, how, property, branches, tags)| {
            let mut tags = tags.into_iter().map(str::to_owned);
            let mut values = Vec::new();
            let branches = branches.into_iter().map(|(object, two)| {
                let own: Vec<_> = tags.by_ref().take(1 + usize::from(two)).collect();
                let branch = with_tag(object, how, &property, &own);
                values.push(own);
                Schema::Object(branch)
            });
            let branches = branches.collect();
            let discriminator = match how {
                Tag::Constants => None,
                Tag::Named | Tag::Mapped => Some(Discriminator {
                    property,
                    mapped: matches!(how, Tag::Mapped),
                    values,
                }),
            };
            Schema::Union(Union {
                word,
                branches,
                null: false,
                discriminator,
            })
        },
    )
}

fn with_tag(mut object: Object, how: Tag, tag: &str, values: &[String]) -> Object {
    object.properties.retain(|it| it.name != tag);
    object.undeclared.retain(|name| name != tag);
    let values: Vec<_> = values.iter().cloned().map(Value::from).collect();
    let schema = match (how, values.as_slice()) {
        (Tag::Named, _) | (Tag::Mapped, [_, _, ..]) => Schema::Scalar(Scalar::Text("")),
        (_, [one]) => Schema::Const(one.clone()),
        _ => Schema::Enum(values, true),
    };
    let tag = tag.to_owned();
    let access = Access::Both;
    object.properties.insert(
        0,
        Property {
            name: tag,
            schema,
            required: true,
            access,
        },
    );
    object
}

fn note() -> impl Strategy<Value = Note> {
    prop_oneof![
        word(words::TEXTS).prop_map(Note::Description),
        word(words::COMPONENTS).prop_map(Note::Title),
        Just(Note::Deprecated),
    ]
}
