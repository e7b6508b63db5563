"""Carries out the steps on the connection that `registry.database` hands over."""

from alembic import context

from ttcs_desktop.registry.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
