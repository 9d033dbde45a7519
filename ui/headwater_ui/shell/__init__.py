"""What holds the window together: the main window, its actions, remembered view state, hand-over."""
