import type { Profession } from './profession.js';

/** Technical work, land and health, in English. */
export const ENGLISH_TECHNICAL_PROFESSIONS: readonly Profession[] = [
  {
    industries: ['Information technology', 'Telecommunications', 'Banking and insurance'],
    family: 'software',
    titles: {
      'Software Engineer': [500, 1_000],
      'Mobile Developer': [450, 900],
      'Data Analyst': [400, 800],
      'Cybersecurity Analyst': [550, 1_100],
    },
    desk: true,
    mission:
      'You will build and look after services that people use every day on slow phones and unsteady connections. We work in small teams, review each other’s code and release every week.',
    duties: [
      'Design, write and test new features from database to screen',
      'Review the work of colleagues and share what you learn',
      'Watch the services in production and fix what breaks',
      'Turn the questions of the business into data and answers',
    ],
    requirements: [
      'A degree in computing, or a portfolio that speaks for itself',
      'Two years of practice in TypeScript, Java, Python or Kotlin',
      'Sound knowledge of SQL and version control',
      'Clear written English; working French is welcome',
    ],
  },
  {
    industries: ['Telecommunications', 'Information technology'],
    family: 'engineering',
    titles: {
      'Network Engineer': [450, 900],
      'Field Support Engineer': [300, 550],
      'NOC Technician': [220, 400],
    },
    desk: false,
    mission:
      'You will keep mobile sites and fibre links running across a whole region. The role mixes shifts at the operations centre with visits to sites, some of them far from the tarred road.',
    duties: [
      'Monitor alarms and restore service within agreed times',
      'Plan preventive maintenance with our contractors',
      'Analyse the quality of the network and suggest improvements',
      'Keep site records and drawings up to date',
    ],
    requirements: [
      'Degree or higher diploma in telecommunications or electronics',
      'Two years with an operator, vendor or contractor',
      'CCNA or similar certificate preferred',
      'Driving licence and readiness to travel',
    ],
  },
  {
    industries: ['Construction', 'Energy and water'],
    family: 'engineering',
    titles: {
      'Site Engineer': [420, 800],
      'Quantity Surveyor': [380, 700],
      Foreman: [220, 400],
      'Land Surveyor': [300, 550],
    },
    desk: false,
    mission:
      'You will run works on site from setting out to handover, within budget, on time and without accidents. You lead the crews and answer for the quality of what they build.',
    duties: [
      'Prepare schedules, orders and daily work plans',
      'Check that works match drawings and specifications',
      'Measure quantities and prepare monthly statements',
      'Lead site meetings and keep the site diary',
      'Enforce the safety rules',
    ],
    requirements: [
      'HND or degree in civil engineering, surveying or building',
      'Three years of site experience',
      'Good command of AutoCAD and spreadsheets',
      'Willingness to live near the site',
    ],
  },
  {
    industries: ['Energy and water', 'Hotels and restaurants', 'Food industry'],
    family: 'engineering',
    titles: {
      Electrician: [160, 280],
      'Solar Technician': [170, 300],
      'Maintenance Technician': [190, 340],
      'Refrigeration Technician': [180, 320],
    },
    desk: false,
    mission:
      'You will install, maintain and repair the electrical and mechanical equipment our customers depend on. Tools, protective gear and a service vehicle are provided.',
    duties: [
      'Install panels, boards and wiring according to plan',
      'Carry out scheduled maintenance and log every visit',
      'Find faults quickly and make lasting repairs',
      'Explain to customers how to use the equipment well',
    ],
    requirements: [
      'City & Guilds, HND or technical baccalaureate in electrical work',
      'Two years of hands-on experience',
      'Careful with safety, calm under pressure',
      'Driving licence',
    ],
  },
  {
    industries: ['Oil and gas', 'Mining'],
    family: 'engineering',
    titles: {
      'Drilling Engineer': [900, 1_900],
      'HSE Officer': [500, 950],
      'Mine Geologist': [650, 1_300],
      'Production Operator': [400, 800],
    },
    desk: false,
    mission:
      'You will work a rotation of 28 days on and 28 days off, with lodging, meals and flights provided. Safety comes first on every shift; production follows from it.',
    duties: [
      'Supervise operations on shift and report to the superintendent',
      'Issue work permits and lead toolbox talks',
      'Record and interpret field data',
      'Take part in emergency drills and incident reviews',
    ],
    requirements: [
      'Degree in petroleum, mining or safety engineering, or geology',
      'Three years on an industrial site',
      'Valid offshore medical or fitness certificate',
      'Fluent English; French is a strong advantage',
    ],
  },
  {
    industries: ['Food industry', 'Forestry', 'Agriculture'],
    family: 'engineering',
    titles: {
      'Production Supervisor': [350, 650],
      'Quality Controller': [240, 420],
      'Sawmill Manager': [450, 850],
    },
    desk: false,
    mission:
      'You will keep our plant running smoothly, from raw material to finished product, and help a team of thirty people improve a little every week.',
    duties: [
      'Plan shifts and assign work',
      'Take samples, record results and stop the line when needed',
      'Reduce waste, downtime and energy use',
      'Train operators in hygiene and safe work',
    ],
    requirements: [
      'Diploma in food technology, industrial or mechanical engineering',
      'Three years in a factory, one of them leading people',
      'Knowledge of ISO 9001 or ISO 22000',
      'Practical mind and fair leadership',
    ],
  },
  {
    industries: ['Agriculture', 'Forestry'],
    family: 'nature',
    titles: {
      'Farm Manager': [380, 700],
      Agronomist: [350, 650],
      'Extension Officer': [160, 290],
      'Forest Technician': [200, 360],
    },
    desk: false,
    mission:
      'You will help growers and field crews get more from their land while keeping soil and forest healthy. You live on the estate, with regular leave in town.',
    duties: [
      'Plan the season’s work and follow every plot',
      'Train farmers in good practice and certification',
      'Map fields and collect yield data',
      'Manage supplies, crews and the budget of the site',
    ],
    requirements: [
      'Degree or diploma in agriculture, forestry or environmental science',
      'Two years of rural field work',
      'Comfortable with GPS and mapping software',
      'Motorbike or car licence',
    ],
  },
  {
    industries: ['Health'],
    family: 'care',
    titles: {
      'Registered Nurse': [180, 330],
      Midwife: [190, 340],
      'Laboratory Technician': [180, 320],
      Pharmacist: [400, 750],
    },
    desk: false,
    mission:
      'You will care for patients of every age in a close team of doctors, nurses and technicians. The rota includes nights and outreach days in the neighbourhoods.',
    duties: [
      'Receive patients and give the prescribed care',
      'Keep medical records complete and confidential',
      'Apply infection prevention rules at all times',
      'Advise families and take part in vaccination days',
    ],
    requirements: [
      'State diploma and registration with the professional council',
      'One year in a clinic or hospital',
      'Kindness, steadiness and team spirit',
      'English and French, or Pidgin English',
    ],
  },
];
