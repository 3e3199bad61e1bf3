param($Windows)
$Windows.Cim.Remove('AntiVirusProduct')
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ Error = 'WriteErrorException' } }
