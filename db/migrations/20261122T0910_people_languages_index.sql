-- Walks the distinct sets of languages (a few dozen) instead of every account, for the filters of the directory.
create index member_language_sets on people.member (languages);
