param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://sup.example:8530'; WUStatusServer = 'http://sup.example:8530' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.Services['CcmExec'] = $Windows.Services['Spooler'].Clone()
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Installed = '25H2'; Managers = '-'; Server = 'http://sup.example:8530' }
}
