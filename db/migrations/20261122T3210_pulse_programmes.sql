-- A programme's waves go with it.
alter table pulse.wave add constraint wave_programme_id_fkey
  foreign key (programme_id) references programmes.programme on delete cascade;
