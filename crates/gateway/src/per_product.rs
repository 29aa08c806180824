//! One value for each product, so that none can be forgotten.

use ucloud_api::Product;

/// One value for each product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PerProduct<T> {
    ucloud: T,
    compshare: T,
}

impl<T> PerProduct<T> {
    /// The value of each product, made one after the other.
    pub fn from_fn(mut make: impl FnMut(Product) -> T) -> Self {
        Self { ucloud: make(Product::UCloud), compshare: make(Product::CompShare) }
    }

    /// The same for values that may be impossible.
    ///
    /// # Errors
    ///
    /// Whatever `make` failed with first.
    pub fn try_from_fn<E>(mut make: impl FnMut(Product) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self { ucloud: make(Product::UCloud)?, compshare: make(Product::CompShare)? })
    }

    /// The value of a product.
    #[must_use]
    pub fn get(&self, product: Product) -> &T {
        match product {
            Product::UCloud => &self.ucloud,
            Product::CompShare => &self.compshare,
        }
    }

    /// The value of a product, to be changed.
    pub fn get_mut(&mut self, product: Product) -> &mut T {
        match product {
            Product::UCloud => &mut self.ucloud,
            Product::CompShare => &mut self.compshare,
        }
    }

    /// All of them, in the order of [`Product::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Product, &T)> {
        Product::ALL.iter().map(|product| (*product, self.get(*product)))
    }
}
