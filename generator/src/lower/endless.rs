//! Regular expressions that cut one text in ever more ways: a group that is repeated without bound,
//! and that is nothing but something repeated without bound.

/// Followed along by the scan of a pattern.
#[derive(Debug, Default)]
pub(super) struct Endless {
    /// Such a group, with something behind it that may not fit.
    pub(super) found: bool,
    /// The groups that are open, with the pattern itself before them.
    around: Vec<Group>,
    here: Group,
    /// What came last, until it is known how often it comes.
    last: Option<Last>,
    /// There was such a group; what comes behind it counts in fewer open groups than these.
    below: Option<usize>,
}

/// A group that is open.
#[derive(Debug, Default)]
struct Group {
    /// It looks ahead or behind, and takes nothing.
    looks: bool,
    /// One of its alternatives is nothing but something repeated.
    is_run: bool,
    now: Alternative,
}

/// What an alternative is made of.
#[derive(Debug, Default)]
struct Alternative {
    /// What must be there, so often and no more.
    fixed: usize,
    /// What must be there, and may come again without bound.
    runs: usize,
    /// What may come again without bound.
    unbounded: usize,
}

/// What can be repeated.
#[derive(Debug)]
struct Last {
    is_run: bool,
    looks: bool,
}

impl Alternative {
    fn is_run(&self) -> bool {
        self.unbounded > 0 && self.fixed == 0 && self.runs <= 1
    }
}

impl Endless {
    /// A character, a class or the like.
    pub(super) fn atom(&mut self) {
        self.follow();
        self.last = Some(Last {
            is_run: false,
            looks: false,
        });
    }

    /// Something that may not fit where it stands.
    pub(super) fn follow(&mut self) {
        self.settle();
        let depth = self.around.len();
        self.found |= self.below.is_some_and(|below| depth < below);
    }

    pub(super) fn open(&mut self, looks: bool) {
        self.settle();
        let group = Group {
            looks,
            ..Group::default()
        };
        self.around.push(std::mem::replace(&mut self.here, group));
    }

    pub(super) fn close(&mut self) {
        self.end();
        let Some(outer) = self.around.pop() else {
            return;
        };
        let inner = std::mem::replace(&mut self.here, outer);
        self.last = Some(Last {
            is_run: inner.is_run && !inner.looks,
            looks: inner.looks,
        });
    }

    /// Another alternative: what it holds comes behind nothing of those before it.
    pub(super) fn or(&mut self) {
        self.end();
        let depth = self.around.len();
        self.below = self.below.map(|below| below.min(depth));
    }

    /// What came last is repeated.
    pub(super) fn repeat(&mut self, unbounded: bool, may_miss: bool) {
        let Some(last) = self.last.take() else {
            return;
        };
        if last.looks {
            return;
        }
        let now = &mut self.here.now;
        match (unbounded, may_miss) {
            (true, true) => now.unbounded += 1,
            (true, false) => {
                now.unbounded += 1;
                now.runs += 1;
            }
            (false, true) => {}
            (false, false) => now.fixed += 1,
        }
        if unbounded && last.is_run {
            self.below = Some(usize::MAX);
        }
    }

    /// What came last comes once.
    fn settle(&mut self) {
        if self.last.take().is_some_and(|last| !last.looks) {
            self.here.now.fixed += 1;
        }
    }

    fn end(&mut self) {
        self.settle();
        let now = std::mem::take(&mut self.here.now);
        self.here.is_run |= now.is_run();
    }
}
