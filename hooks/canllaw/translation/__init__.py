"""Translation by people with tools of their own: packs of what is due, brought back with everything else kept."""
