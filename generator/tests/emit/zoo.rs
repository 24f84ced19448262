//! An IR with one of everything.

use restitch_build::ir::{
    Api, Branch, Case, Cases, Docs, Field, Handle, Kinds, Literal, Location, Name, Operation,
    Outcome, Parameter, Payload, Presence, Preset, Reading, Rest, Row, Scalar, Scheme, SchemeKind,
    Server, Status, StringEnum, Tuple, TupleItem, Type, TypeDef, TypeKind, Union, ValueEnum,
    ValueKind, Variant,
};
use restitch_build::naming::Scope;

use crate::build::{
    BOOL, I64, STRING, array, definition, docs, empty_answer, field, ident, json_answer, json_body,
    name, named, operation, optional, parameter, record, results,
};

pub(crate) fn zoo() -> Api {
    Api {
        title: "Zoo".to_owned(),
        version: "2".to_owned(),
        docs: Docs {
            summary: "All the animals.".to_owned(),
            description: "Call it so:\n\n```sh\ncurl /pets\n```".to_owned(),
            ..Docs::default()
        },
        servers: vec![Server {
            name: Name {
                ident: ident(Scope::Variant, "Root"),
                wire: "/".to_owned(),
                pointer: "#".to_owned(),
            },
            docs: Docs::default(),
            url: "/".to_owned(),
            variables: Vec::new(),
        }],
        schemes: schemes(),
        own_servers: Vec::new(),
        own_variables: Vec::new(),
        operations: vec![ping(), many_arguments()],
        incoming: Vec::new(),
        headers: Vec::new(),
        handles: vec![Handle {
            name: name(Scope::Handle, "pets", "#/tags/0"),
            struct_ident: ident(Scope::Call, "pets"),
            docs: docs("Everything about pets"),
            operations: vec![list_pets(), put_pet(), r#move()],
        }],
        types: types(),
    }
}

fn schemes() -> Vec<Scheme> {
    let scheme = |wire: &str, kind| Scheme {
        name: name(
            Scope::Builder,
            wire,
            &format!("#/components/securitySchemes/{wire}"),
        ),
        docs: Docs::default(),
        kind,
    };
    vec![
        scheme("basic", SchemeKind::Basic),
        scheme("bearer", SchemeKind::Bearer),
        scheme(
            "key",
            SchemeKind::ApiKey(Location::Header, "X-Key".to_owned()),
        ),
        scheme(
            "query_key",
            SchemeKind::ApiKey(Location::Query, "key".to_owned()),
        ),
        scheme(
            "session",
            SchemeKind::ApiKey(Location::Cookie, "sid".to_owned()),
        ),
    ]
}

fn ping() -> Operation {
    let mut ping = operation("ping", "GET", "/ping");
    ping.docs = docs("Says that it is there");
    ping
}

fn many_arguments() -> Operation {
    let mut many = operation("many", "PUT", "/many/{b}/{a}");
    many.args_ident = Some(ident(Scope::Call, "ManyArgs"));
    let path = |wire| parameter(Location::Path, wire, STRING);
    let query = |wire| parameter(Location::Query, wire, I64);
    many.parameters = vec![
        path("b"),
        path("a"),
        query("z"),
        query("y"),
        parameter(Location::Header, "X-Trace", STRING),
        query("type"),
        query("w"),
    ];
    many.body = Some(json_body(true, named("Pet")));
    many
}

fn list_pets() -> Operation {
    let mut list = operation("list_pets", "GET", "/pets");
    let mut limit = optional(parameter(Location::Query, "limit", I64));
    limit.docs = docs("How many at most");
    let mut colors = optional(parameter(Location::Query, "colors", array(named("Color"))));
    colors.explode = false;
    let owner = Parameter {
        nullable: true,
        deprecated: true,
        ..optional(parameter(Location::Query, "owner", STRING))
    };
    let mut mood = parameter(Location::Header, "X-Mood", named("Color"));
    mood.docs = docs("Yours, not theirs");
    let session = optional(parameter(Location::Cookie, "sid", STRING));
    list.parameters = vec![limit, colors, owner, mood, session];
    list.answers = vec![
        json_answer(Status::Range(2), array(named("Pet"))),
        json_answer(Status::Default, Type::Scalar(Scalar::Json)),
    ];
    list.results = results(&list.answers[..1]);
    list.results.failure = Outcome::Cases(Cases {
        same_as: None,
        ident: ident(Scope::Call, "list pets error"),
        pointer: "#/paths/~1pets/get/responses".to_owned(),
        cases: vec![
            Case {
                ident: ident(Scope::Variant, "gone"),
                status: Status::Exact(410),
                docs: docs("They left"),
                payload: None,
            },
            Case {
                ident: ident(Scope::Variant, "default"),
                status: Status::Default,
                docs: docs(""),
                payload: Some(Payload::Json(Type::Scalar(Scalar::Json))),
            },
        ],
    });
    list.results.rows.push(Row {
        status: Status::Default,
        reading: Reading::Json,
        media_type: None,
        error: true,
        case: 1,
    });
    list.security = vec![vec![0], vec![2, 4], vec![]];
    list
}

fn put_pet() -> Operation {
    let mut put = operation("put_pet", "PUT", "/pets/{pet-id}");
    put.docs = docs("Puts a pet");
    let since = Parameter {
        nullable: true,
        ..parameter(Location::Query, "since", I64)
    };
    put.parameters = vec![parameter(Location::Path, "pet-id", I64), since];
    put.body = Some(json_body(true, named("Pet")));
    put.answers = vec![json_answer(Status::Default, named("Pet"))];
    put.results = results(&put.answers);
    put
}

fn r#move() -> Operation {
    let mut r#move = operation("move", "POST", "/pets/move");
    r#move.deprecated = true;
    let mut body = json_body(false, Type::Map(Box::new(named("Pet"))));
    body.nullable = true;
    r#move.body = Some(body);
    r#move.answers = vec![empty_answer(Status::Exact(204))];
    r#move
}

fn types() -> Vec<TypeDef> {
    vec![
        color(),
        values("Level", ValueKind::I64, &["1", "-1"]),
        values("Limit", ValueKind::Json, &["\"auto\"", "1", "false"]),
        ark(),
        definition(
            "Nothing",
            TypeKind::Tuple(Tuple {
                items: Vec::new(),
                rest: None,
            }),
        ),
        pet(),
        cat(),
        animal(),
        definition("Tags", TypeKind::Alias(array(STRING))),
    ]
}

fn color() -> TypeDef {
    let variant = |wire: &str| Variant {
        name: name(Scope::Variant, wire, "#/components/schemas/Color/enum/0"),
        docs: Docs::default(),
    };
    let variants = ["red", "dark-blue", "unknown", "\"\n"].map(variant);
    let string_enum = StringEnum {
        variants: variants.into(),
        fallback: ident(Scope::Variant, "Other"),
    };
    TypeDef {
        docs: docs("What it looks like"),
        ..definition("Color", TypeKind::StringEnum(string_enum))
    }
}

fn pet() -> TypeDef {
    use Presence::{Optional, OptionalNullable, Required, RequiredNullable};
    let of = |wire, presence, ty| field("Pet", wire, presence, ty);
    let nullable = |ty| Type::Nullable(Box::new(ty));
    let map = |ty| Type::Map(Box::new(ty));
    let mut pet = record(
        "Pet",
        vec![
            of("type", Required, named("Color")),
            of("id", Required, STRING),
            of("born", RequiredNullable, STRING),
            of("tags", Optional, named("Tags")),
            of("nested", Optional, array(array(nullable(map(I64))))),
            Field {
                boxed: true,
                ..of("mother", OptionalNullable, named("Pet"))
            },
            Field {
                boxed: true,
                deprecated: true,
                docs: docs("Not always known"),
                ..of("father", Optional, named("Pet"))
            },
            of("weight", Optional, Type::Scalar(Scalar::F64)),
            of("legs", Optional, Type::Scalar(Scalar::I32)),
            of("hairs", Optional, Type::Scalar(Scalar::U64)),
            of("atoms", Optional, Type::Scalar(Scalar::Number)),
            of("\"quoted\"", Optional, BOOL),
        ],
    );
    if let TypeKind::Record(record) = &mut pet.kind {
        record.rest = Some(Rest::Map(ident(Scope::Field, "rest"), I64));
    }
    pet.deprecated = true;
    pet
}

/// By a tag, by JSON type, and by what its objects have.
fn animal() -> TypeDef {
    let branch = |wire: &str, ty, kinds: &str, tags: &[&str]| Branch {
        name: name(Scope::Variant, wire, "#/components/schemas/Animal/oneOf/0"),
        docs: Docs::default(),
        ty,
        boxed: false,
        kinds: Kinds::of(kinds),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        required: Vec::new(),
        from: false,
    };
    let branches = vec![
        Branch {
            boxed: true,
            docs: docs("Not a cat"),
            ..branch("pet", named("Pet"), "object", &["\"dog\"", "1"])
        },
        Branch {
            from: true,
            required: vec!["lives \"9\"".to_owned()],
            ..branch("cat", named("Cat"), "object", &[])
        },
        Branch {
            from: true,
            ..branch("number", Type::Scalar(Scalar::F64), "number", &[])
        },
        branch("any", Type::Scalar(Scalar::Json), "any", &[]),
    ];
    definition(
        "Animal",
        TypeKind::Union(Union {
            branches,
            fallback: ident(Scope::Variant, "Unknown"),
            tag: Some("type\n".to_owned()),
        }),
    )
}

/// Two of each kind, and more, in a line.
fn ark() -> TypeDef {
    let item = |ty, required| TupleItem {
        docs: Docs::default(),
        ty,
        required,
        boxed: false,
    };
    let nullable = |ty| Type::Nullable(Box::new(ty));
    let items = vec![
        item(I64, true),
        TupleItem {
            docs: docs("Who steers"),
            boxed: true,
            ..item(nullable(named("Pet")), true)
        },
        item(named("Color"), false),
        item(nullable(STRING), false),
    ];
    let rest = Some(named("Pet"));
    definition("Ark", TypeKind::Tuple(Tuple { items, rest }))
}

/// All but its name is given.
fn cat() -> TypeDef {
    let preset = |wire, ty, value| Field {
        preset: Some(Preset::Only(value)),
        ..field("Cat", wire, Presence::Required, ty)
    };
    let other = ident(Scope::Variant, "dark-blue");
    record(
        "Cat",
        vec![
            preset("kind", STRING, Literal::Text("`cat`\n".to_owned())),
            preset("lives", I64, Literal::Integer(-9)),
            preset("alive", BOOL, Literal::Bool(true)),
            preset("weight", Type::Scalar(Scalar::F64), Literal::Float(-0.5)),
            preset(
                "color",
                named("Color"),
                Literal::Variant(ident(Scope::Type, "Color"), other),
            ),
            field("Cat", "name", Presence::Required, STRING),
            Field {
                preset: Some(Preset::Only(Literal::Integer(4))),
                ..field("Cat", "legs", Presence::Optional, I64)
            },
        ],
    )
}

fn values(wire: &str, of: ValueKind, values: &[&str]) -> TypeDef {
    let variant = |value: &&str| Variant {
        name: name(Scope::Variant, value, "#/components/schemas/Level/enum"),
        docs: docs("As it says"),
    };
    let value_enum = ValueEnum {
        variants: values.iter().map(variant).collect(),
        fallback: ident(Scope::Variant, "Unknown"),
        of,
    };
    definition(wire, TypeKind::ValueEnum(value_enum))
}
