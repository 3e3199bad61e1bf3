param($Windows)
$Windows.Network.Closed = @('download.windowsupdate.com:80')
