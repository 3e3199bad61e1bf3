# A proxy that answers is somebody's decision. Only one that is gone is taken away.
$server = Get-WinHttpProxy
if ($server -and $server -ne '?' -and -not (Test-ProxyServer -Server $server)) { Reset-WinHttpProxy }
