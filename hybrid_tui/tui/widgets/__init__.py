"""Small widgets that draw values they are given; none of them knows the store."""
