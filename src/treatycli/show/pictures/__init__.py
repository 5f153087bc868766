"""The pictures: what a map, the growth of a treaty and a story look like in print. One module a picture."""
