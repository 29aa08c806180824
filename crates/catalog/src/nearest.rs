//! The nearest spelling: which known words somebody may have meant.

mod distance;
mod words;

use std::cmp::{Ordering, Reverse};

use distance::distance;

pub(crate) use words::words;

/// A known word that is close to the one looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Suggestion<'a> {
    /// The word.
    pub(crate) word: &'a str,
    /// How many slips of the fingers lie between, from 1.
    pub(crate) distance: usize,
    /// How common it is: the weights of all its offers.
    pub(crate) weight: u32,
}

/// Collects those of many known words that are closest to one.
///
/// Texts are compared as they are, so fold both. The word itself and single characters are never suggested: the one is
/// known, and of the others each is close to each.
#[derive(Debug)]
pub(crate) struct Nearest<'a> {
    word: Vec<char>,
    allowed: usize,
    found: Vec<Suggestion<'a>>,
    /// The offered word's characters; memory that is used again.
    offered: Vec<char>,
}

/// As many are remembered while words are offered. A word that is pushed out loses its count, which only happens where so
/// many are close that none is a good guess.
const REMEMBERED: usize = 64;

impl<'a> Nearest<'a> {
    /// Looks for what is close to a word.
    ///
    /// One slip is allowed, and two in words of eight letters or more. In words of two and three letters the first one must
    /// be right.
    #[must_use]
    pub(crate) fn new(word: &str) -> Self {
        let word: Vec<char> = word.chars().collect();
        let allowed = match word.len() {
            0 | 1 => 0,
            2..=7 => 1,
            _ => 2,
        };
        Self { word, allowed, found: Vec::new(), offered: Vec::new() }
    }

    /// Considers a known word; a word may be offered any number of times. Allocates nothing once it has seen a long word.
    pub(crate) fn offer(&mut self, word: &'a str, weight: u32) {
        if let Some(distance) = self.distance_to(word) {
            self.remember(Suggestion { word, distance, weight });
        }
    }

    /// The best, at most so many: the closest first, of these the commonest, of these the shortest.
    #[must_use]
    pub(crate) fn best(mut self, most: usize) -> Vec<Suggestion<'a>> {
        // By taking the best away again and again: a sort weighs more in a page than all the rest of this.
        let mut best = Vec::new();
        while best.len() < most
            && let Some((first, _)) = self.found.iter().enumerate().min_by(|a, b| rank(a.1, b.1))
        {
            best.push(self.found.swap_remove(first));
        }
        best
    }

    fn distance_to(&mut self, word: &str) -> Option<usize> {
        // Cheap, and enough for most: a character has at most four bytes.
        if self.allowed == 0 || word.len() > 4 * (self.word.len() + self.allowed) {
            return None;
        }
        self.offered.clear();
        self.offered.extend(word.chars());
        let may_start = self.word.len() > 3 || self.offered.first() == self.word.first();
        let distance = distance(&self.word, &self.offered, self.allowed)?;
        (distance > 0 && may_start && self.offered.len() > 1).then_some(distance)
    }

    fn remember(&mut self, new: Suggestion<'a>) {
        let known = self.found.iter_mut().find(|it| it.word == new.word);
        if let Some(known) = known {
            known.weight = known.weight.saturating_add(new.weight);
        } else {
            self.make_room();
            self.found.push(new);
        }
    }

    fn make_room(&mut self) {
        let worst = self.found.iter().enumerate().max_by(|a, b| rank(a.1, b.1));
        if let Some((worst, _)) = worst.filter(|_| self.found.len() >= REMEMBERED) {
            self.found.swap_remove(worst);
        }
    }
}

/// Orders the better suggestion first. The word itself decides last, so that the order of offers does not matter.
fn rank(a: &Suggestion<'_>, b: &Suggestion<'_>) -> Ordering {
    let key = |it: &Suggestion<'_>| (it.distance, Reverse(it.weight), it.word.len());
    key(a).cmp(&key(b)).then_with(|| a.word.cmp(b.word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(word: &str, known: &str, expected: &[&str]) {
        let mut nearest = Nearest::new(word);
        words(known).for_each(|it| nearest.offer(it, 1));
        let best: Vec<&str> = nearest.best(3).into_iter().map(|it| it.word).collect();
        assert_eq!(best, expected, "{word:?} among {known:?}");
    }

    #[test]
    fn suggests_what_was_meant() {
        check("ubunto", "ubuntu centos debian", &["ubuntu"]);
        check("ubnutu", "ubuntu centos debian", &["ubuntu"]);
        check("centso", "ubuntu centos debian", &["centos"]);
        check("ubuntu", "ubuntu ubuntus", &["ubuntus"]);
        check("22.05", "ubuntu 22.04 20.04", &["22.04"]);
        check("tensorflw", "tensorflow tensorboard", &["tensorflow"]);
        check("tnesorflw", "tensorflow tensorboard", &["tensorflow"]);
        check("镜象", "镜像 系统", &["镜像"]);
        check("深度学系", "深度学习 学习", &["深度学习"]);
        check("windwos", "linux", &[]);
    }

    #[test]
    fn short_words_must_begin_alike() {
        check("gpt", "gpu cpu", &["gpu"]);
        check("gpu", "cpu", &[]);
        check("cdua", "cuda", &["cuda"]);
        check("duca", "cuda", &[]);
        check("py", "pz ps my p", &["ps", "pz"]);
        check("p", "py pz", &[]);
        check("", "a ab", &[]);
    }

    #[test]
    fn the_closest_comes_first_then_the_commonest_then_the_shortest() {
        check("pytorchx", "pytorchxyz pytorch pytorch2", &["pytorch", "pytorch2", "pytorchxyz"]);
        check("cude", "cuda code code cube", &["code", "cube", "cuda"]);
        check("cuda", "cudas cud cudb", &["cud", "cudb", "cudas"]);
    }

    #[test]
    fn counts_add_up_without_overflow() {
        let mut nearest = Nearest::new("cude");
        for weight in [1, 2, u32::MAX] {
            nearest.offer("cuda", weight);
        }
        let expected = Suggestion { word: "cuda", distance: 1, weight: u32::MAX };
        assert_eq!(nearest.best(9), [expected]);
    }

    #[test]
    fn the_best_is_kept_among_many() {
        let many: Vec<String> = (0..1000).map(|it| format!("pytorc{it:03}")).collect();
        let mut nearest = Nearest::new("pytorc77x");
        for word in &many {
            nearest.offer(word, 1);
        }
        nearest.offer("pytorch77x", 1);
        let best: Vec<&str> = nearest.best(2).into_iter().map(|it| it.word).collect();
        assert_eq!(best, ["pytorc770", "pytorc771"]);
    }

    proptest! {
        #[test]
        fn the_order_of_offers_does_not_matter(words in prop::collection::vec("[abc镜]{0,5}", 0..30), word in "[abc镜]{0,5}") {
            let best = |words: &mut dyn Iterator<Item = &'static str>| {
                let mut nearest = Nearest::new(&word);
                words.for_each(|it| nearest.offer(it, 1));
                nearest.best(5)
            };
            let words: Vec<&'static str> = words.into_iter().map(|it| &*it.leak()).collect();
            let found = best(&mut words.iter().copied());
            prop_assert_eq!(&found, &best(&mut words.iter().rev().copied()));
            prop_assert!(found.is_sorted_by_key(|it| it.distance));
        }
    }
}
