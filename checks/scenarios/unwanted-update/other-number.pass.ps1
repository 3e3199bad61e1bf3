param($Windows)
# KB506255 is not KB5062553, which is installed.
$Windows.Given = @{ 'uninstall-update' = 'KB506255' }
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_KB5062553~31bf3856ad364e35~amd64~~26100.4652.1.15"] = @{ CurrentState = 112 }
@{ Reason = 'not-installed'; HResult = @(); Evidence = @{ Packages = @(); Update = 'KB506255' } }
