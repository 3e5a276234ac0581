//! Keeps a value as long as its inputs stay the same.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Keeps the values that were used last, each with its key: the inputs that it was made from.
#[derive(Debug)]
pub struct Memo<K, V> {
    room: usize,
    /// The newest first.
    kept: RefCell<Vec<(K, Rc<V>)>>,
}

impl<K: PartialEq, V> Memo<K, V> {
    /// Keeps this many values: as many as are on screen at the same time.
    pub const fn of(room: usize) -> Self {
        Self { room, kept: RefCell::new(Vec::new()) }
    }

    /// The value for this key. It is made only if it is not kept.
    pub fn get(&self, key: K, make: impl FnOnce(&K) -> V) -> Rc<V> {
        if let Some(value) = self.find(&key) {
            return value;
        }
        let value = Rc::new(make(&key));
        let mut kept = self.kept.borrow_mut();
        kept.insert(0, (key, Rc::clone(&value)));
        kept.truncate(self.room);
        value
    }

    /// The same where it cannot always be made; nothing is kept then.
    pub fn try_get(&self, key: K, make: impl FnOnce() -> Option<V>) -> Option<Rc<V>> {
        if let Some(value) = self.find(&key) {
            return Some(value);
        }
        let value = make()?;
        Some(self.get(key, |_| value))
    }

    fn find(&self, key: &K) -> Option<Rc<V>> {
        let mut kept = self.kept.borrow_mut();
        let place = kept.iter().position(|(known, _)| known == key)?;
        kept[..=place].rotate_right(1);
        Some(Rc::clone(&kept[0].1))
    }
}

/// A shared object as a key: two keys are equal when they hold the very same object. Every change of a profile makes a new object,
/// and as long as the key holds the old one, no other object can have its address.
#[derive(Debug)]
pub struct Same<T>(Arc<T>);

impl<T> Same<T> {
    /// A key for this very object.
    pub fn as_this(value: &Arc<T>) -> Self {
        Self(Arc::clone(value))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Same<T> {
    type Target = Arc<T>;

    fn deref(&self) -> &Arc<T> {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_for_each_key_that_is_kept() {
        let (memo, made) = (Memo::of(2), std::cell::Cell::new(0));
        let get = |key: u8| {
            *memo.get(key, |key| {
                made.set(made.get() + 1);
                u32::from(*key) * 10
            })
        };
        assert_eq!([get(1), get(1), get(2), get(1)], [10, 10, 20, 10]);
        assert_eq!(made.get(), 2);
        // The value that has not been used for longest is dropped.
        get(3);
        assert_eq!([get(1), get(2)], [10, 20]);
        assert_eq!(made.get(), 4);
    }

    #[test]
    fn equal_values_that_are_two_are_not_the_same() {
        let (one, two) = (Arc::new(1), Arc::new(1));
        assert!(Same::as_this(&one) == Same::as_this(&one));
        assert!(Same::as_this(&one) != Same::as_this(&two));
    }
}
