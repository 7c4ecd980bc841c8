"""What a person sees and presses. Screens hold layout, bindings and handlers; they neither decide nor
remember."""
