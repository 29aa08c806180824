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
            self.show_comparison(self.comparing);
        } else if self.can_compare() {
            self.compared.push(key.to_owned());
        }
    }

    /// Compares these rows too, in turn, as far as there is room. Whether there was room for all; beyond that none is asked for its key.
    pub fn compare_also(&mut self, keys: &mut dyn Iterator<Item = String>) -> bool {
        for key in keys {
            if self.is_compared(&key) {
                continue;
            }
            if !self.can_compare() {
                return false;
            }
            self.compared.push(key);
        }
        true
    }

    /// Compares nothing.
    pub fn clear_compared(&mut self) {
        self.compared.clear();
        self.comparing = false;
    }

    /// Shows the compared rows beside each other, or no longer. Where there are none there is nothing to show.
    pub fn show_comparison(&mut self, is_shown: bool) {
        self.comparing = is_shown && !self.compared.is_empty();
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

    #[test]
    fn several_join_as_far_as_there_is_room() {
        let check = |before: &str, more: &str, expected: &str, had_room: bool| {
            let mut view = toggled(before);
            let mut keys = more.split_whitespace().map(str::to_owned);
            assert_eq!(view.compare_also(&mut keys), had_room, "{before} and {more}");
            assert_eq!(view.compared.join(" "), expected, "{before} and {more}");
        };
        check("", "", "", true);
        check("", "a b c", "a b c", true);
        check("b", "b a b c", "b a c", true);
        check("a b c d e f g h i", "j", "a b c d e f g h i j", true);
        check("a b c d e f g h i", "a j i", "a b c d e f g h i j", true);
        check("a b c d e f g h i", "j k l", "a b c d e f g h i j", false);
        check("a b c d e f g h i j", "k", "a b c d e f g h i j", false);
    }

    #[test]
    fn what_is_shown_goes_with_the_last_row() {
        let check = |keys: &str, act: fn(&mut ViewState), expected: bool| {
            let mut view = toggled(keys);
            view.show_comparison(true);
            act(&mut view);
            assert_eq!(view.comparing, expected, "{keys}");
        };
        check("", |_| {}, false);
        check("a b", |_| {}, true);
        check("a b", |it| it.show_comparison(false), false);
        check("a b", |it| it.toggle_compared("a"), true);
        check("a", |it| it.toggle_compared("a"), false);
        check("a b", ViewState::clear_compared, false);
    }
}
