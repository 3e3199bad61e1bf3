param($Windows)
# DISM asks for elevation also where it only reads.
$Windows.ImageHealth = [Runtime.InteropServices.COMException]::new('Der Vorgang erfordert erhoehte Rechte.', 0x800702E4)
@{
    Reason   = 'accessDenied'
    HResult  = @()
    Evidence = @{ ErrorLine = '*'; ErrorType = 'System.Runtime.InteropServices.COMException' }
}
