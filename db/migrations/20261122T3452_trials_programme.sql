-- A trial goes with its programme. A population that was taken away leaves its number: nobody is invited any more, rather
-- than everybody.
alter table trials.trial add foreign key (programme_id) references programmes.programme on delete cascade;
