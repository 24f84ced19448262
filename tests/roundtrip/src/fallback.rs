use crate::record::Rest;
use crate::union::Current;
use crate::value::Value;

/// How many unions of a value, and enums of values that are not all strings, are in their fallback.
/// That of a string enum may be any string, where the document says so beside it.
pub(crate) fn count(value: &Value) -> usize {
    match value {
        Value::Scalar(_) | Value::Text(..) => 0,
        Value::Integer(..) | Value::Any(..) => usize::from(value.is_fallback()),
        Value::Array(items) => items.values.iter().map(count).sum(),
        Value::Map(map) => map.entries.iter().map(|(_, value)| count(value)).sum(),
        Value::Option(option) => option.value.as_deref().map_or(0, count),
        Value::Record(record) => {
            let rest: usize = match &record.rest {
                Some(Rest::Map(map)) => map.entries.iter().map(|(_, value)| count(value)).sum(),
                Some(Rest::Extra(_)) | None => 0,
            };
            record.values.iter().map(count).sum::<usize>() + rest
        }
        Value::Tuple(tuple) => {
            let rest = tuple.rest.iter().flat_map(|rest| &rest.values);
            tuple.values.iter().chain(rest).map(count).sum()
        }
        Value::Union(union) => match &union.current {
            Current::Branch(value) => count(value),
            Current::Fallback(_) => 1,
        },
    }
}
