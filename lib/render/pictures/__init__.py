"""Pictures of figures: a frame of each kind, made and validated with Altair once, in which only rows are put."""
