"""What a document, sheet, format, unit and template is: frozen records, nothing imported."""
