comment on schema public is 'lambda-service: model functions and batch annotation';
