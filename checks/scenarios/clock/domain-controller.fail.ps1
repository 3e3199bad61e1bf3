param($Windows)
# A step of this clock would reach every member of the domain: a person decides that.
$Windows.ClockOffset = [timespan]::FromHours(2)
$Windows.Cim.Win32_ComputerSystem.DomainRole = 5
@{ Reason = 'domain-controller'; HResult = @(); Evidence = @{ OffsetMinutes = 120 }; Repair = 1 }
