//! The rows of a view that are compared with each other, by their keys.

use super::ViewState;

impl ViewState {
    /// The most rows that can be compared: more do not stand beside each other on any screen.
    pub const MOST_COMPARED: usize = 10;

    /// Whether a row is compared.
    #[must_use]
    pub fn is_compared(&self, key: &str) -> bool {
        self.compared.iter().any(|it| it == key)
    }

    /// Whether one row more can be compared.
    #[must_use]
    pub fn can_compare(&self) -> bool {
        self.compared.len() < Self::MOST_COMPARED
    }

    /// Compares a row behind the others if there is room for it, or no longer compares it.
    pub fn toggle_compared(&mut self, key: &str) {
        if self.is_compared(key) {
            self.compared.retain(|it| it != key);
        } else if self.can_compare() {
            self.compared.push(key.to_owned());
        }
    }

    /// Compares nothing.
    pub fn clear_compared(&mut self) {
        self.compared.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toggled(keys: &str) -> ViewState {
        let mut view = ViewState::default();
        keys.split_whitespace().for_each(|key| view.toggle_compared(key));
        view
    }

    #[test]
    fn rows_join_in_turn_and_leave() {
        let check = |keys: &str, expected: &str| {
            assert_eq!(toggled(keys).compared.join(" "), expected, "{keys}");
        };
        check("", "");
        check("a", "a");
        check("b a", "b a");
        check("a a", "");
        check("a b c b", "a c");
        check("a b a a", "b a");
        check("a b c d e f g h i j", "a b c d e f g h i j");
        check("a b c d e f g h i j k", "a b c d e f g h i j");
        check("a b c d e f g h i j a k", "b c d e f g h i j k");
    }

    #[test]
    fn all_of_them_can_leave() {
        let mut view = toggled("a b");
        assert!(view.is_compared("a") && !view.is_compared("c"));
        view.clear_compared();
        assert_eq!(view, ViewState::default());
    }
}
