-- agency-sales:ID changes when what was paid for a home of the agency is told, corrected or withheld: of that listing_search knows nothing,
-- and so search:sold:agency:ID does not tell. Sales that come, go or change hands are told of there.
CREATE FUNCTION sales_journal_paid() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found text[];
BEGIN
  SELECT array_agg(DISTINCT 'agency-sales:' || n.agency_id) INTO found
    FROM old_rows o JOIN new_rows n USING (id)
   WHERE o.sold_price IS DISTINCT FROM n.sold_price AND n.agency_id IS NOT NULL;
  PERFORM public.sales_note(found);
  RETURN NULL;
END $$;
CREATE TRIGGER sales_journal_paid AFTER UPDATE ON listing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sales_journal_paid();
ALTER TABLE listing ENABLE ALWAYS TRIGGER sales_journal_paid;
