//! Values of one of six schemas: as serde reads them untagged, as our table does by a tag, and by
//! required keys where there is none.

use std::fmt::Write as _;

macro_rules! blocks {
    ($($name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {
        pub(super) mod theirs {
            use serde::{Deserialize, Serialize};

            $(
                #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
                pub(crate) struct $name { $($field: $ty),* }
            )*

            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[serde(untagged)]
            pub(crate) enum Block { $($name($name)),* }
        }

        pub(super) mod ours {
            use restitch::__v1 as rt;

            $(
                #[derive(rt::Record)]
                pub(crate) struct $name { $(pub(crate) $field: $ty),* }
            )*

            pub(crate) enum Tagged { $($name($name),)* Unknown(restitch::Json) }

            pub(crate) enum Keyed { $($name($name),)* Unknown(restitch::Json) }
        }
    };
}

blocks! {
    Text { id: String, kind: String, said: String, lines: Vec<String> }
    Image { id: String, kind: String, url: String, width: i64 }
    Heading { id: String, kind: String, level: i64, title: String }
    Quote { id: String, kind: String, author: String, quoted: String }
    Chart { id: String, kind: String, points: Vec<f64> }
    Divider { id: String, kind: String, wide: bool }
}

mod tables {
    use super::ours::{Keyed, Tagged};
    use restitch::__v1 as rt;

    rt::union! { Tagged, Unknown, tag "kind" {
        0 Text(Text) 64 ["\"text\""] [],
        1 Image(Image) 64 ["\"image\""] [],
        2 Heading(Heading) 64 ["\"heading\""] [],
        3 Quote(Quote) 64 ["\"quote\""] [],
        4 Chart(Chart) 64 ["\"chart\""] [],
        5 Divider(Divider) 64 ["\"divider\""] [],
    } }

    rt::union! { Keyed, Unknown {
        0 Text(Text) 64 [] ["said", "lines"],
        1 Image(Image) 64 [] ["url", "width"],
        2 Heading(Heading) 64 [] ["level", "title"],
        3 Quote(Quote) 64 [] ["author", "quoted"],
        4 Chart(Chart) 64 [] ["points"],
        5 Divider(Divider) 64 [] ["wide"],
    } }
}

/// An array of blocks of each kind in turns, of about `size` bytes.
pub(super) fn document(size: usize) -> String {
    let mut text = String::from("[");
    let mut number = 0;
    while text.len() < size {
        let rest = match number % 6 {
            0 => r#""kind":"text","said":"What was said, and who said it.","lines":["one","two"]"#,
            1 => r#""kind":"image","url":"https://images.example/cat.png","width":1280"#,
            2 => r#""kind":"heading","level":2,"title":"How it went on""#,
            3 => r#""kind":"quote","author":"Somebody","quoted":"It was not me.""#,
            4 => r#""kind":"chart","points":[1.5,2.25,3.125,-4.5,0.5,6.75]"#,
            _ => r#""kind":"divider","wide":true"#,
        };
        let separator = if number == 0 { "" } else { "," };
        // Writing to a `String` does not fail.
        let _ = write!(text, r#"{separator}{{"id":"block_{number}",{rest}}}"#);
        number += 1;
    }
    text.push(']');
    text
}
