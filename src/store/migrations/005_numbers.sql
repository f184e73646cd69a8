-- The first items by number, without a look at any item: the order in which lists are shown.
CREATE INDEX items_by_number ON items (state, number);
