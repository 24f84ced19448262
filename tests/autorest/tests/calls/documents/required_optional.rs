//! What may be left out.

use restitch_autorest_tests::required_optional::Client;
use restitch_autorest_tests::required_optional::types::{
    ArrayOptionalWrapper, ClassOptionalWrapper, IntOptionalWrapper, StringOptionalWrapper,
};

use crate::suite::{Suite, client};

pub(super) async fn calls(s: &Suite) {
    let client = client!(s, Client);
    let c = client;
    s.done(c.implicit_put_optional_query()).await;
    s.done(c.implicit_put_optional_header()).await;
    s.done(c.implicit_put_optional_body()).await;
    s.done(c.implicit_put_optional_binary_body()).await;
    s.done(c.implicit_get_optional_global_query()).await;
    s.done(c.explicit_put_optional_binary_body()).await;
    s.done(c.explicit_put_required_binary_body(vec![1, 2, 3]))
        .await;
    s.done(c.explicit_post_optional_integer_parameter()).await;
    s.done(
        c.explicit_post_optional_integer_property()
            .body(IntOptionalWrapper::new()),
    )
    .await;
    s.done(c.explicit_post_optional_integer_header()).await;
    s.done(c.explicit_post_optional_string_parameter()).await;
    s.done(
        c.explicit_post_optional_string_property()
            .body(StringOptionalWrapper::new()),
    )
    .await;
    s.done(c.explicit_post_optional_string_header()).await;
    s.done(c.explicit_post_optional_class_parameter()).await;
    s.done(
        c.explicit_post_optional_class_property()
            .body(ClassOptionalWrapper::new()),
    )
    .await;
    s.done(c.explicit_post_optional_array_parameter()).await;
    s.done(
        c.explicit_post_optional_array_property()
            .body(ArrayOptionalWrapper::new()),
    )
    .await;
    s.done(c.explicit_post_optional_array_header()).await;
}
