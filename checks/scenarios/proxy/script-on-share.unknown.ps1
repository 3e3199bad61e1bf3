param($Windows)
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'].AutoConfigURL = '\\files.example\it\proxy.pac'
$Windows.Network.Online = $false
@{ Reason = 'file-script'; Evidence = @{ Script = '\\files.example\it\proxy.pac' } }
