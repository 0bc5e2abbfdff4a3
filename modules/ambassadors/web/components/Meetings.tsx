import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Meeting, ProgrammeDetail } from '#modules/ambassadors/contract.ts'
import { api } from '#platform/web/api.ts'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TimeField } from '#ui/TimeField.tsx'
import { today, useMoment } from '../days.ts'
import { attendanceQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FormDialog } from './FormDialog.tsx'

/** The kick-off and the quarterly meetings; who leads sets, counts and tells. */
export function Meetings({ programme }: { programme: ProgrammeDetail }) {
  const t = useT()
  const [isSetting, setSetting] = useState(false)
  return (
    <Section
      title={t('meeting.title')}
      hint={t('meeting.hint')}
      aside={
        programme.mayLead &&
        !programme.isClosed && (
          <Button size="small" onPress={() => setSetting(true)}>
            {t('meeting.new')}
          </Button>
        )
      }
    >
      {programme.meetings.length === 0 ? (
        <p className="text-muted">{t('meeting.none')}</p>
      ) : (
        <Rows label={t('meeting.title')}>
          {programme.meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} mayLead={programme.mayLead} />
          ))}
        </Rows>
      )}
      {isSetting && <MeetingDialog programme={programme} onClose={() => setSetting(false)} />}
    </Section>
  )
}

export function MeetingRow({ meeting, mayLead }: { meeting: Meeting; mayLead: boolean }) {
  const t = useT()
  const moment = useMoment()
  const [dialog, setDialog] = useState<'count' | 'recap'>()
  return (
    <li className="grid gap-1.5">
      <p className="font-semibold">{meeting.title}</p>
      <p className="amb-facts">
        <span>{moment(meeting.startsAt)}</span>
        <span>{t(`meeting.${meeting.kind}`)}</span>
        {meeting.place && <span>{meeting.place}</span>}
        {meeting.present !== null && (
          <span>{t('meeting.present', { n: meeting.present, total: meeting.invited })}</span>
        )}
        {meeting.gatheringId && (
          <Link
            to={`/gatherings/${meeting.gatheringId}`}
            aria-label={`${t('meeting.open')} · ${meeting.title}`}
          >
            {t('meeting.open')}
          </Link>
        )}
      </p>
      {meeting.recap && <p className="amb-words">{meeting.recap}</p>}
      {meeting.actions.length > 0 && (
        <ol className="ms-5 list-decimal" aria-label={t('meeting.actions')}>
          {meeting.actions.map((action) => (
            <li key={action}>{action}</li>
          ))}
        </ol>
      )}
      {mayLead && meeting.isPast && (
        <p className="amb-acts">
          <Button size="small" onPress={() => setDialog('count')}>
            {t('meeting.count')}
          </Button>
          {!meeting.recap && (
            <Button size="small" onPress={() => setDialog('recap')}>
              {t('meeting.recap')}
            </Button>
          )}
        </p>
      )}
      {dialog === 'count' && <AttendanceDialog meeting={meeting} onClose={() => setDialog(undefined)} />}
      {dialog === 'recap' && <RecapDialog meeting={meeting} onClose={() => setDialog(undefined)} />}
    </li>
  )
}

function MeetingDialog({ programme, onClose }: { programme: ProgrammeDetail; onClose: () => void }) {
  const t = useT()
  const hasKickoff =
    programme.launchedOn !== null || programme.meetings.some(({ kind }) => kind === 'kickoff')
  const [kind, setKind] = useState<Meeting['kind']>(hasKickoff ? 'quarterly' : 'kickoff')
  const [title, setTitle] = useState('')
  const [day, setDay] = useState<string | null>(today(21))
  const [time, setTime] = useState<string | null>('10:00')
  const [minutes, setMinutes] = useState('60')
  const [place, setPlace] = useState('')
  const [link, setLink] = useState('')
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/meetings', {
        params: { ambassadorProgrammeId: programme.id },
        body: {
          kind,
          title: title.trim() || `${t(`meeting.${kind}`)} · ${programme.name}`.slice(0, 120),
          startsWall: `${day}T${time}`,
          durationMinutes: Math.min(480, Math.max(15, Math.round(Number(minutes)) || 60)),
          ...(place.trim() && { place: place.trim() }),
          ...(link.trim() && { link: link.trim() }),
        },
        idempotencyKey,
      }),
    t('meeting.set'),
    onClose,
  )
  return (
    <FormDialog
      title={t('meeting.new')}
      act={t('meeting.new')}
      isReady={day !== null && time !== null && (place.trim() !== '' || link.trim() !== '')}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <RadioGroup
        label={t('meeting.kind')}
        value={kind}
        onChange={(value) => setKind(value as Meeting['kind'])}
        options={(['kickoff', 'quarterly'] as const).map((id) => ({ id, label: t(`meeting.${id}`) }))}
      />
      <TextField label={t('meeting.name')} optional value={title} onChange={setTitle} maxLength={120} />
      <DateField label={t('meeting.day')} value={day} onChange={setDay} min={today()} />
      <TimeField label={t('meeting.time')} value={time} onChange={setTime} />
      <TextField label={t('meeting.minutes')} inputMode="numeric" value={minutes} onChange={setMinutes} />
      <TextField
        label={t('meeting.place')}
        hint={t('meeting.placeHint')}
        value={place}
        onChange={setPlace}
        maxLength={200}
      />
      <TextField label={t('meeting.link')} optional value={link} onChange={setLink} maxLength={500} />
    </FormDialog>
  )
}

function AttendanceDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT()
  const { data } = useQuery(attendanceQuery(meeting.id))
  const [changed, setChanged] = useState<readonly string[]>()
  const present = changed ?? data?.items.filter((one) => one.present).map(({ mandateId }) => mandateId) ?? []
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-meetings/:meetingId/attendance', {
        params: { meetingId: meeting.id },
        body: { present: [...present] },
      }),
    t('meeting.counted'),
    onClose,
  )
  return (
    <FormDialog
      title={t('meeting.count')}
      act={t('common.save')}
      isReady={data !== undefined}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <p className="text-muted">{t('meeting.countHint')}</p>
      {!data ? (
        <SkeletonRows rows={4} />
      ) : (
        data.items.map(({ mandateId, name }) => (
          <Checkbox
            key={mandateId}
            isSelected={present.includes(mandateId)}
            onChange={(is) =>
              setChanged(is ? [...present, mandateId] : present.filter((id) => id !== mandateId))
            }
          >
            {name}
          </Checkbox>
        ))
      )}
    </FormDialog>
  )
}

function RecapDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT()
  const [recap, setRecap] = useState('')
  const [actions, setActions] = useState<readonly string[]>(['', '', ''])
  const written = actions.map((one) => one.trim()).filter((one) => one !== '')
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-meetings/:meetingId/recap', {
        params: { meetingId: meeting.id },
        body: { recap: recap.trim(), actions: written },
      }),
    t('meeting.sent'),
    onClose,
  )
  return (
    <FormDialog
      title={t('meeting.recap')}
      act={t('meeting.recap')}
      isReady={recap.trim() !== '' && written.length > 0}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <TextArea label={t('meeting.recapText')} rows={5} value={recap} onChange={setRecap} maxLength={4000} />
      {actions.map((action, index) => (
        <TextField
          key={index}
          label={t('meeting.action', { n: index + 1 })}
          optional={index > 0}
          value={action}
          onChange={(text) => setActions(actions.map((one, at) => (at === index ? text : one)))}
          maxLength={120}
        />
      ))}
    </FormDialog>
  )
}
