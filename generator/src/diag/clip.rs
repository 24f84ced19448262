/// Text of a document as it may stand in a message: at most 60 characters, in one line.
pub fn clip(text: &str) -> String {
    const MOST: usize = 60;
    let mut clipped: String = text.chars().take(MOST).collect();
    if clipped.len() < text.len() {
        clipped.push_str("...");
    }
    clipped.replace(['\n', '\r', '\t'], " ")
}
