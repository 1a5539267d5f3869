"""Values to text: findings, plans, tables, pages."""
