param($Windows)
# The service behind DISM cannot be started.
$Windows.ImageHealth = [Runtime.InteropServices.COMException]::new('RPC', 0x800706BE)
@{ Reason = 'unreadable'; HResult = '0x800706BE'; Evidence = @{ Code = '0x800706BE' } }
