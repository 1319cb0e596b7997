-- What is taken is known in memory; nothing looks for quarter hours by time any more.
DROP INDEX booking_cell_by_time;
