"""Read .docx files, ours and foreign, and text files of any age."""
