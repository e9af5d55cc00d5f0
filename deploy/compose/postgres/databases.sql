-- one database per service that keeps state
create database profile;
create database listing;
create database search;
create database identity;
