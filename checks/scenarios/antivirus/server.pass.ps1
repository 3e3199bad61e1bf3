param($Windows)
# A server has no such list.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].InstallationType = 'Server'
$Windows.Cim.Remove('AntiVirusProduct')
@{ Reason = 'on-server'; HResult = @() }
