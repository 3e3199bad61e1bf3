param($Windows, $With)
# Stopped is healthy: the services are started when they are needed.
$Windows.Services[$With.Name].Status = 'Stopped'
